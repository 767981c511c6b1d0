import { complain, type Report } from '../../build/build-input';
import { capacityLedger } from '../../capacity-ledger';
import type { Model } from '../../model';

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
    ] as const) {
      if (promised <= offered) continue;
      complain(report, [...(site?.origin ?? ['sites']), 'halls'], {
        code: 'quota-over-capacity',
        what: `the quotas on ${row.cluster} promise more ${unit} than it offers ${when}`,
        got: `${promised} promised`,
        want: `at most ${offered}`,
        next: 'lower footprints, or add hosts to the site',
      });
    }
  }
}
