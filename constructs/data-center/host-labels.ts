import { labelPrefix, labels, MANAGED_BY } from '../../model/naming';
import type { FailureDomain, Host } from '../../model/site/site';

/** Labels by which machines find their hosts; the failure domain's key is the one that Cluster API providers read. */
export const hostLabels = {
  cluster: `${labelPrefix}/cluster`,
  role: `${labelPrefix}/host-role`,
  class: `${labelPrefix}/host-class`,
  hall: `${labelPrefix}/hall`,
  rackGroup: `${labelPrefix}/rack-group`,
  failureDomain: 'infrastructure.cluster.x-k8s.io/failure-domain',
} as const;

/** All labels of a host: where it stands, what it is, and whose it is; a spare has no cluster. */
export function labelsOfHost(host: Host, domain: FailureDomain, site: string): Record<string, string> {
  const own = {
    [labels.managedBy]: MANAGED_BY,
    [labels.site]: site,
    [hostLabels.role]: host.role,
    [hostLabels.class]: host.class,
    [hostLabels.hall]: domain.hall,
    [hostLabels.rackGroup]: domain.rackGroup,
    [hostLabels.failureDomain]: domain.id,
  };
  return host.cluster === undefined ? own : { ...own, [hostLabels.cluster]: host.cluster };
}
