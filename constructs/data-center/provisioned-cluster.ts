import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { groupBy } from '../../model/group-by';
import { labels, MANAGED_BY } from '../../model/naming';
import { apiEndpoint } from '../../model/platform/api-server';
import { ControlPlane, type ControlPlaneProps } from './control-plane';
import { MachineHealth } from './machine-health';
import { apiVersions, contractReference } from './machine-kinds';
import { MachinePool } from './machine-pool';
import { machinesNamespace } from '../../model/platform/management-namespace';

/** Roles of hosts that form pools, one in each failure domain. */
const poolRoles = ['worker', 'storage'] as const;

/**
 * A cluster on bare metal as Cluster API makes it: its networks in both families, its control plane, its pools by
 * failure domain and role, and the check of their health.
 */
export class ProvisionedCluster extends Construct {
  public constructor(scope: Construct, id: string, props: ControlPlaneProps) {
    super(scope, id);
    const { cluster, nation } = props;
    const metadata = {
      name: cluster.id,
      namespace: machinesNamespace(cluster),
      labels: { [labels.managedBy]: MANAGED_BY },
    };
    const controlPlane = new ControlPlane(this, 'control-plane', props);

    new ApiObject(this, 'infrastructure', {
      apiVersion: apiVersions.infrastructure,
      kind: 'Metal3Cluster',
      metadata,
      spec: { controlPlaneEndpoint: apiEndpoint(cluster, nation.domain), noCloudProvider: true },
    });

    new ApiObject(this, 'Resource', {
      apiVersion: apiVersions.cluster,
      kind: 'Cluster',
      metadata,
      spec: {
        clusterNetwork: {
          pods: { cidrBlocks: [cluster.pods.ipv4, cluster.pods.ipv6] },
          services: { cidrBlocks: [cluster.services.ipv4, cluster.services.ipv6] },
          serviceDomain: 'cluster.local',
        },
        controlPlaneRef: controlPlane.reference,
        infrastructureRef: contractReference('infrastructure', 'Metal3Cluster', cluster.id),
      },
    });

    for (const role of poolRoles) {
      const hosts = cluster.hosts.filter((host) => host.role === role);
      for (const [failureDomain, { length }] of groupBy(hosts, (host) => host.failureDomain))
        new MachinePool(this, { cluster, nation, role, failureDomain, replicas: length });
    }

    new MachineHealth(this, 'health', cluster);
  }
}
