import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { labels, MANAGED_BY } from '../../model/naming';
import type { Cluster } from '../../model/site/cluster';
import { apiVersions, CLUSTER_NAME_LABEL } from './machine-kinds';
import { machinesNamespace } from '../../model/platform/management-namespace';

/** Seconds until a silent node is replaced, and until a host that never became one is. */
const patience = { unready: 300, startup: 1_800 } as const;

/** Above this share of bad nodes the fault isn't theirs, and replacing them would make it worse. */
const UNHEALTHY_SHARE_MAX = '40%';

/** Replaces the machines of nodes that stay silent, unless so many do that the fault must be elsewhere. */
export class MachineHealth extends Construct {
  public constructor(scope: Construct, id: string, cluster: Cluster) {
    super(scope, id);
    const condition = { type: 'Ready', timeoutSeconds: patience.unready } as const;
    new ApiObject(this, 'Resource', {
      apiVersion: apiVersions.cluster,
      kind: 'MachineHealthCheck',
      metadata: { name: cluster.id, namespace: machinesNamespace(cluster), labels: { [labels.managedBy]: MANAGED_BY } },
      spec: {
        clusterName: cluster.id,
        selector: { matchLabels: { [CLUSTER_NAME_LABEL]: cluster.id } },
        checks: {
          nodeStartupTimeoutSeconds: patience.startup,
          unhealthyNodeConditions: [
            { ...condition, status: 'Unknown' },
            { ...condition, status: 'False' },
          ],
        },
        remediation: { triggerIf: { unhealthyLessThanOrEqualTo: UNHEALTHY_SHARE_MAX } },
      },
    });
  }
}
