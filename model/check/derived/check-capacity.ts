import { complain, type Report } from '../../build/build-input';
import { capacityLedger } from '../../capacity-ledger';
import type { Model } from '../../model';
import type { Cluster } from '../../site/cluster';
import { tryFindNodeBlocks } from '../../site/node-blocks';

/** Checks that every cluster offers what its quotas promise, in normal operation and after the loss of each site. */
export function checkCapacity(model: Model, report: Report): void {
  const sites = new Map(model.sites.map((site) => [site.id, site]));
  const clusters = new Map(model.clusters.map((cluster) => [cluster.id, cluster]));
  for (const row of capacityLedger(model)) {
    const cluster = clusters.get(row.cluster);
    const site = sites.get(cluster?.site ?? '');
    const when = row.lost === undefined ? 'in normal operation' : `after the loss of ${row.lost}`;
    for (const [unit, { promised, offered }] of [
      ['cores', row.cpu],
      ['GiB of memory', row.memoryGiB],
      ['pods', row.pods],
    ] as const) {
      if (promised <= offered || (unit === 'pods' && !hasNodeBlocks(cluster))) continue;
      complain(report, [...(site?.origin ?? ['sites']), 'halls'], {
        code: 'quota-over-capacity',
        what: `the quotas on ${row.cluster} promise more ${unit} than it offers ${when}`,
        got: `${promised} promised`,
        want: `at most ${offered}`,
        next: 'lower footprints, add hosts to the site, or give it a further shared cluster',
      });
    }
  }
}

/** Without blocks for its nodes a cluster takes no pods at all, which is a problem of its own. */
function hasNodeBlocks(cluster: Cluster | undefined): boolean {
  return cluster !== undefined && tryFindNodeBlocks(cluster) !== undefined;
}
