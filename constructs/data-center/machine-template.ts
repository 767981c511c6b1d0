import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { labels, MANAGED_BY } from '../../model/naming';
import type { Cluster } from '../../model/site/cluster';
import type { Host } from '../../model/site/site';
import { nodeImage } from './cluster-release';
import { hostLabels } from './host-labels';
import { apiVersions, contractReference } from './machine-kinds';
import { machinesNamespace } from '../../model/platform/management-namespace';

/** Which hosts of a cluster a template takes. */
export interface MachineTemplateProps {
  readonly name: string;
  readonly cluster: Cluster;
  readonly imageRegistry: string;
  readonly role: Host['role'];
  /** @default - hosts of every failure domain */
  readonly failureDomain?: string | undefined;
}

/**
 * Machines on hosts of one cluster, one role and, for workers, one failure domain: the labels leave no other host to
 * take. A replaced machine takes the same host again.
 */
export class MachineTemplate extends Construct {
  /** What a control plane or a machine deployment refers to. */
  public readonly reference: ReturnType<typeof contractReference>;

  public constructor(scope: Construct, id: string, props: MachineTemplateProps) {
    super(scope, id);
    const { name, cluster, imageRegistry } = props;
    new ApiObject(this, 'Resource', {
      apiVersion: apiVersions.infrastructure,
      kind: 'Metal3MachineTemplate',
      metadata: { name, namespace: machinesNamespace(cluster), labels: { [labels.managedBy]: MANAGED_BY } },
      spec: {
        nodeReuse: true,
        template: {
          spec: {
            automatedCleaningMode: 'metadata',
            hostSelector: { matchLabels: hostSelector(props) },
            image: nodeImage(cluster, imageRegistry),
          },
        },
      },
    });
    this.reference = contractReference('infrastructure', 'Metal3MachineTemplate', name);
  }
}

function hostSelector({ cluster, role, failureDomain }: MachineTemplateProps): Record<string, string> {
  const selector = { [hostLabels.cluster]: cluster.id, [hostLabels.role]: role };
  return failureDomain === undefined ? selector : { ...selector, [hostLabels.failureDomain]: failureDomain };
}
