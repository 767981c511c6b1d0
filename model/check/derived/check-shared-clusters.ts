import { complain, type Report } from '../../build/build-input';
import type { Model } from '../../model';
import { sharedClusterOf, type SharedClusterSite } from '../../site/shared-cluster';
import { clusterId } from '../../naming';
import { blocksOf } from '../../tenancy/block';

/** Checks that every further shared cluster has somebody who is at home there or stands by there. */
export function checkSharedClusters(model: Model, report: Report): void {
  const blocks = blocksOf(model.tenants);
  for (const site of model.sites) {
    if (site.kind !== 'national-data-center') continue;
    const here = model.tenants.filter(({ homeSite, standbySite }) => homeSite === site.id || standbySite === site.id);
    const held = new Set(here.map(({ id }) => sharedClusterOf(site, blocks.get(id) ?? '')));
    for (const [index, { slot, from }] of furtherClusters(site).entries()) {
      const id = clusterId(site.id, 'shared', slot);
      if (held.has(id)) continue;
      complain(report, [...site.origin, 'sharedClusters', index, 'from'], {
        code: 'shared-cluster-empty',
        what: `nobody of ${site.id} has a code that leads to ${id}, so its hosts would stand idle`,
        got: from,
        want: 'a code at or below that of a province or agency that is at home or stands by here',
        next: 'correct the code, or remove the cluster',
      });
    }
  }
}

function furtherClusters({ fact }: SharedClusterSite): NonNullable<SharedClusterSite['fact']['sharedClusters']> {
  return fact.sharedClusters ?? [];
}
