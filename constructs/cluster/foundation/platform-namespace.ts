import { LimitRange } from '@cdktf/provider-kubernetes/lib/limit-range';
import { Namespace } from '@cdktf/provider-kubernetes/lib/namespace';
import { ResourceQuota } from '@cdktf/provider-kubernetes/lib/resource-quota';
import { Construct } from 'constructs';
import type { NationFact } from '../../../model/facts/nation-fact';
import { annotations, labels, MANAGED_BY } from '../../../model/naming';
import type { Cluster } from '../../../model/site/cluster';
import { PlatformWorkloadAccess } from '../access/platform-workload-access';
import { count, gibibytes } from '../../tenant/quantity';
import { PlatformNamespaceNetwork } from './platform-namespace-network';
import { shareOf, type PlatformService, type Share } from '../../../model/platform/platform-service';

const podSecurityModes = ['enforce', 'audit', 'warn'] as const;

/** What a platform namespace is made of. */
export interface PlatformNamespaceProps {
  readonly name: string;
  readonly cluster: Cluster;
  readonly nation: Readonly<NationFact>;
  readonly service: PlatformService;
}

/**
 * The namespace of a platform service: kept apart like a tenant's, with a quota sized by the cluster's nodes. Pods are
 * held to Pod Security `restricted`; where an agent of the host needs more, the namespace says why. Where pods run, the
 * people of the platform may move them.
 */
export class PlatformNamespace extends Construct {
  public constructor(scope: Construct, { name, cluster, nation, service }: PlatformNamespaceProps) {
    super(scope, name);
    const namespace = new Namespace(this, 'Resource', {
      metadata: {
        name,
        labels: {
          [labels.managedBy]: MANAGED_BY,
          [labels.service]: service.service,
          [labels.site]: cluster.site,
          ...podSecurityLabels(service, cluster.kubernetes),
        },
        ...(service.privilegedBecause === undefined
          ? {}
          : { annotations: { [annotations.reason]: service.privilegedBecause } }),
      },
    });
    const after = [{ fqn: `${Namespace.tfResourceType}.${namespace.friendlyUniqueId}` }];
    const share = shareOf(service, cluster);
    defineLimits(this, name, { share, after });
    if (share.pods > 0) new PlatformWorkloadAccess(this, 'access', { namespace: name, after });
    new PlatformNamespaceNetwork(this, 'network', { name, cluster, nation, service, after });
  }
}

function podSecurityLabels(service: PlatformService, kubernetes: string): Record<string, string> {
  const standard = service.privilegedBecause === undefined ? 'restricted' : 'privileged';
  return Object.fromEntries(
    podSecurityModes.flatMap((mode) => [
      [`pod-security.kubernetes.io/${mode}`, standard],
      [`pod-security.kubernetes.io/${mode}-version`, `v${kubernetes}`],
    ]),
  );
}

interface Limits {
  readonly share: Share;
  readonly after: readonly { readonly fqn: string }[];
}

function defineLimits(scope: Construct, namespace: string, { share, after }: Limits): void {
  const cpu = count(share.cpu);
  const memory = gibibytes(share.memoryGiB);
  new ResourceQuota(scope, 'quota', {
    dependsOn: [...after],
    metadata: { name: 'quota', namespace },
    spec: {
      hard: {
        'requests.cpu': cpu,
        'limits.cpu': cpu,
        'requests.memory': memory,
        'limits.memory': memory,
        pods: count(share.pods),
      },
    },
  });
  new LimitRange(scope, 'limits', {
    dependsOn: [...after],
    metadata: { name: 'limits', namespace },
    spec: {
      limit: [
        {
          type: 'Container',
          default: { cpu: '500m', memory: '512Mi' },
          defaultRequest: { cpu: '50m', memory: '64Mi' },
        },
      ],
    },
  });
}
