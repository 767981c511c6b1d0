import type { Model } from '../../../../model/model';
import { clusterId, labelPrefix } from '../../../../model/naming';
import type { Cluster } from '../../../../model/site/cluster';
import type { Host } from '../../../../model/site/site';
import type { JsonObject, JsonValue } from '../../../../resources/resource';
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
  const bodies = [
    ...frame(cluster),
    controlPlane(cluster, kubeadmConfigSpec),
    ...pools(cluster).flatMap((pool) => poolObjects(cluster, pool, kubeadmConfigSpec['ntp'] ?? {})),
    ...cluster.hosts.map((host) => bareMetalHost(cluster, host)),
  ];
  return bodies.map((body) => ({ body, cluster: clusterId(cluster.site, 'management', 0), site: cluster.site }));
}

function object(apiVersion: string, kind: string, rest: JsonObject): JsonObject {
  return { apiVersion, kind, ...rest };
}

function metadata({ id }: Cluster, name: string): JsonObject {
  return { name, namespace: `platform-machines-${id}` };
}

function frame(cluster: Cluster): readonly JsonObject[] {
  const { id } = cluster;
  const control = `${id}-control`;
  return [
    object('cluster.x-k8s.io/v1beta2', 'Cluster', {
      metadata: metadata(cluster, id),
      spec: {
        controlPlaneRef: { apiGroup: 'controlplane.cluster.x-k8s.io', kind: 'KubeadmControlPlane', name: control },
        infrastructureRef: { apiGroup: 'infrastructure.cluster.x-k8s.io', kind: 'Metal3Cluster', name: id },
      },
    }),
    object('infrastructure.cluster.x-k8s.io/v1beta1', 'Metal3Cluster', { metadata: metadata(cluster, id) }),
    object('infrastructure.cluster.x-k8s.io/v1beta1', 'Metal3MachineTemplate', {
      metadata: metadata(cluster, control),
    }),
    object('cluster.x-k8s.io/v1beta2', 'MachineHealthCheck', {
      metadata: metadata(cluster, id),
      spec: { clusterName: id },
    }),
  ];
}

function controlPlane(cluster: Cluster, kubeadmConfigSpec: JsonObject): JsonObject {
  const name = `${cluster.id}-control`;
  return object('controlplane.cluster.x-k8s.io/v1beta2', 'KubeadmControlPlane', {
    metadata: metadata(cluster, name),
    spec: {
      replicas: cluster.hosts.filter((host) => host.role === 'control').length,
      version: `v${cluster.kubernetes}.3`,
      machineTemplate: { spec: { infrastructureRef: { kind: 'Metal3MachineTemplate', name } } },
      kubeadmConfigSpec,
    },
  });
}

/** A pool for the workers, and one for the storage hosts, of each failure domain. */
function pools({ hosts }: Cluster): readonly string[] {
  return [...new Set(hosts.filter((host) => host.role !== 'control').map(poolOf))];
}

function poolOf({ role, failureDomain }: Host): string {
  return `${role}-${failureDomain}`;
}

function poolObjects(cluster: Cluster, name: string, ntp: JsonValue): readonly JsonObject[] {
  const own = { metadata: metadata(cluster, name) };
  return [
    object('infrastructure.cluster.x-k8s.io/v1beta1', 'Metal3MachineTemplate', own),
    object('bootstrap.cluster.x-k8s.io/v1beta2', 'KubeadmConfigTemplate', {
      ...own,
      spec: { template: { spec: { ntp } } },
    }),
    object('cluster.x-k8s.io/v1beta2', 'MachineDeployment', {
      ...own,
      spec: {
        clusterName: cluster.id,
        replicas: cluster.hosts.filter((host) => poolOf(host) === name).length,
        template: {
          spec: {
            bootstrap: { configRef: { kind: 'KubeadmConfigTemplate', name } },
            infrastructureRef: { kind: 'Metal3MachineTemplate', name },
          },
        },
      },
    }),
  ];
}

function bareMetalHost(cluster: Cluster, { id, role, failureDomain }: Host): JsonObject {
  const labels = {
    [`${labelPrefix}/cluster`]: cluster.id,
    [`${labelPrefix}/host-role`]: role,
    'infrastructure.cluster.x-k8s.io/failure-domain': failureDomain,
  };
  return object('metal3.io/v1alpha1', 'BareMetalHost', {
    metadata: { ...metadata(cluster, id), labels },
    spec: { online: true, bmc: { disableCertificateVerification: false } },
  });
}
