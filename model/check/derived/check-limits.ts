import { complain, type Report } from '../../build/build-input';
import { groupBy } from '../../group-by';
import {
  clusterLimits,
  IDENTITIES_PER_NAMESPACE,
  PLANNED_SHARE,
  SERVICES_PER_NAMESPACE,
  type ClusterLimit,
} from '../../limits';
import type { Model } from '../../model';

/** Checks what each cluster holds against the limits of Kubernetes and Cilium; 80 % of a limit is what may be planned. */
export function checkLimits(model: Model, report: Report): void {
  const sites = new Map(model.sites.map((site) => [site.id, site]));
  const namespaces = groupBy(model.namespaces, (namespace) => namespace.cluster);
  for (const cluster of model.clusters) {
    const hosted = namespaces.get(cluster.id) ?? [];
    const planned: Readonly<Record<ClusterLimit, number>> = {
      nodes: cluster.hosts.length,
      namespaces: hosted.length,
      pods: hosted.reduce((sum, { quota }) => sum + quota.pods, 0),
      services: hosted.length * SERVICES_PER_NAMESPACE,
      identities: hosted.length * IDENTITIES_PER_NAMESPACE,
    };
    for (const [name, { maximum, source }] of Object.entries(clusterLimits)) {
      const used = planned[name as ClusterLimit];
      const allowed = Math.floor(maximum * PLANNED_SHARE);
      if (used <= allowed) continue;
      complain(report, sites.get(cluster.site)?.origin ?? ['sites'], {
        code: 'cluster-limit',
        what: `${cluster.id} would hold more ${name} than a cluster should`,
        got: String(used),
        want: `at most ${allowed}, ${PLANNED_SHARE * 100} % of ${maximum} (${source})`,
        next: 'let another data center serve some of the provinces, or lower the pods of the footprints',
      });
    }
  }
}
