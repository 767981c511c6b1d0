import type { DataCenterFact } from '../facts/site-fact';
import { clusterId } from '../naming';

/** Slot of the shared cluster that every data center has. */
export const FIRST_SHARED_SLOT = 0;

/** The highest slot of a shared cluster, as in the address plan. */
export const SHARED_SLOT_MAX = 3;

/** What decides the shared clusters of a data center. */
export interface SharedClusterSite {
  readonly id: string;
  readonly fact: Pick<DataCenterFact, 'sharedClusters'>;
}

/** Slots of the shared clusters of a data center, ascending; the first always exists. */
export function sharedSlots({ fact }: SharedClusterSite): readonly number[] {
  const further = (fact.sharedClusters ?? []).map(({ slot }) => slot);
  return [...new Set([FIRST_SHARED_SLOT, ...further])].toSorted((a, b) => a - b);
}

/**
 * The shared cluster of a data center that holds a block: everything of one province with its communes, or of one
 * agency, by its official code. A further cluster takes the codes from its `from` on, up to the next one's; the first
 * cluster has those before. Nothing but the site's fact and the block's own code decides, so nobody moves when
 * somebody is added.
 */
export function sharedClusterOf(site: SharedClusterSite, block: string): string {
  const holder = (site.fact.sharedClusters ?? [])
    .filter(({ from }) => from <= block)
    .reduce<{ readonly slot: number; readonly from: string }>((best, one) => (one.from >= best.from ? one : best), {
      slot: FIRST_SHARED_SLOT,
      from: '',
    });
  return clusterId(site.id, 'shared', holder.slot);
}
