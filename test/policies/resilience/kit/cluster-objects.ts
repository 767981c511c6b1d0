import type { Model } from '../../../../model/model';
import { clusterId, labelPrefix } from '../../../../model/naming';
import type { Cluster } from '../../../../model/site/cluster';
import type { JsonObject } from '../../../../resources/resource';
import type { AssemblyView } from '../../../../resources/view/assembly-view';
import { healthyModel } from '../../../support/healthy-model';
import { viewOf, type GivenResource } from '../../../support/view-of';
import { asWritten, type Edit } from '../../kit/edit-objects';

/** The cluster that the cases bend. */
export const shared = 'dc-north-shared-0';

/** The subject of that cluster. */
export const subject = `cluster/${shared}`;

/** The healthy nation with what makes its clusters out of bare metal, bent in one way. */
export function provisioned(edit: Edit = asWritten, model: Model = healthyModel()): AssemblyView {
  return viewOf({ model, resources: edit(model.clusters.flatMap((cluster) => clusterObjects(cluster))) });
}

/** The Cluster API objects of a cluster in the management cluster of its site, as they are written. */
export function clusterObjects(cluster: Cluster, kubeadmConfigSpec: JsonObject = {}): readonly GivenResource[] {
  const namespace = `platform-machines-${cluster.id}`;
  const control = `${cluster.id}-control`;
  const workers = cluster.hosts.filter((host) => host.role !== 'control');
  const pools = [...new Set(workers.map((host) => `${host.role}-${host.failureDomain}`))];
  const bodies: readonly JsonObject[] = [
    {
      apiVersion: 'cluster.x-k8s.io/v1beta2',
      kind: 'Cluster',
      metadata: { name: cluster.id, namespace },
      spec: {
        controlPlaneRef: { apiGroup: 'controlplane.cluster.x-k8s.io', kind: 'KubeadmControlPlane', name: control },
        infrastructureRef: { apiGroup: 'infrastructure.cluster.x-k8s.io', kind: 'Metal3Cluster', name: cluster.id },
      },
    },
    {
      apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
      kind: 'Metal3Cluster',
      metadata: { name: cluster.id, namespace },
    },
    {
      apiVersion: 'controlplane.cluster.x-k8s.io/v1beta2',
      kind: 'KubeadmControlPlane',
      metadata: { name: control, namespace },
      spec: {
        replicas: cluster.hosts.length - workers.length,
        version: `v${cluster.kubernetes}.3`,
        machineTemplate: { spec: { infrastructureRef: { kind: 'Metal3MachineTemplate', name: control } } },
        kubeadmConfigSpec,
      },
    },
    {
      apiVersion: 'cluster.x-k8s.io/v1beta2',
      kind: 'MachineHealthCheck',
      metadata: { name: cluster.id, namespace },
      spec: { clusterName: cluster.id },
    },
    ...[control, ...pools].map((name): JsonObject => ({
      apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
      kind: 'Metal3MachineTemplate',
      metadata: { name, namespace },
    })),
    ...pools.map((name): JsonObject => ({
      apiVersion: 'bootstrap.cluster.x-k8s.io/v1beta2',
      kind: 'KubeadmConfigTemplate',
      metadata: { name, namespace },
      spec: { template: { spec: { ntp: kubeadmConfigSpec['ntp'] ?? {} } } },
    })),
    ...pools.map((name): JsonObject => ({
      apiVersion: 'cluster.x-k8s.io/v1beta2',
      kind: 'MachineDeployment',
      metadata: { name, namespace },
      spec: {
        clusterName: cluster.id,
        replicas: workers.filter((host) => `${host.role}-${host.failureDomain}` === name).length,
        template: {
          spec: {
            bootstrap: { configRef: { kind: 'KubeadmConfigTemplate', name } },
            infrastructureRef: { kind: 'Metal3MachineTemplate', name },
          },
        },
      },
    })),
    ...cluster.hosts.map((host): JsonObject => ({
      apiVersion: 'metal3.io/v1alpha1',
      kind: 'BareMetalHost',
      metadata: {
        name: host.id,
        namespace,
        labels: {
          [`${labelPrefix}/cluster`]: cluster.id,
          [`${labelPrefix}/host-role`]: host.role,
          'infrastructure.cluster.x-k8s.io/failure-domain': host.failureDomain,
        },
      },
      spec: { online: true, bmc: { disableCertificateVerification: false } },
    })),
  ];
  return bodies.map((body) => ({ body, cluster: clusterId(cluster.site, 'management', 0), site: cluster.site }));
}
