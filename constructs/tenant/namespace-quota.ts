import { LimitRange } from '@cdktf/provider-kubernetes/lib/limit-range';
import { ResourceQuota } from '@cdktf/provider-kubernetes/lib/resource-quota';
import { Construct } from 'constructs';
import type { Namespace } from '../../model/tenancy/namespace';
import { applyAfter } from '../cluster/apply-after';
import { tenantObjectLabels } from './namespace-labels';
import { count, gibibytes } from './quantity';

/** What a container gets that asks for nothing; less than the smallest quota, 1 core and 1 GiB. */
const defaults = {
  request: { cpu: '100m', memory: '128Mi' },
  limit: { cpu: '500m', memory: '512Mi' },
} as const;

/** What a namespace's limits need. */
export interface NamespaceQuotaProps {
  readonly namespace: Namespace;
  /** Address of the namespace, which must exist before. */
  readonly after: string;
}

/**
 * The share of the cloud that one namespace may use (Decree 331/2026 Art. 30.8), and the limits of a single
 * container. Load balancers and node ports are none: the only way in from outside is the platform gateway.
 */
export class NamespaceQuota extends Construct {
  public constructor(scope: Construct, id: string, { namespace, after }: NamespaceQuotaProps) {
    super(scope, id);
    const quota = new ResourceQuota(this, 'Resource', {
      metadata: { name: 'quota', namespace: namespace.name, labels: tenantObjectLabels(namespace) },
      spec: { hard: hardLimits(namespace) },
    });
    const limits = new LimitRange(this, 'limits', {
      metadata: { name: 'limits', namespace: namespace.name, labels: tenantObjectLabels(namespace) },
      spec: { limit: [containerLimits(namespace)] },
    });
    for (const resource of [quota, limits]) applyAfter(resource, [after]);
  }
}

function hardLimits({ quota }: Namespace): Record<string, string> {
  const cpu = count(quota.cpu);
  const memory = gibibytes(quota.memoryGiB);
  return {
    'requests.cpu': cpu,
    'limits.cpu': cpu,
    'requests.memory': memory,
    'limits.memory': memory,
    'requests.storage': gibibytes(quota.storageGiB),
    pods: count(quota.pods),
    'services.loadbalancers': '0',
    'services.nodeports': '0',
  };
}

function containerLimits({ quota }: Namespace) {
  return {
    type: 'Container',
    default: defaults.limit,
    defaultRequest: defaults.request,
    max: { cpu: count(quota.cpu), memory: gibibytes(quota.memoryGiB) },
  };
}
