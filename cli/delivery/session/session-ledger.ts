import { readJournal } from '../../../delivery/journal/journal';
import { foldLedger, type DeliveryLedger } from '../../../delivery/ledger/delivery-ledger';
import { knownClusters } from '../../../delivery/ledger/known-clusters';
import { valueOf } from '../../../model/problem';
import type { DeliverySession } from './open-session';

/** What was ever delivered, beside what the assembly has now. */
export interface SessionLedger {
  readonly ledger: DeliveryLedger;
  /** Ids of the assembly's objects. */
  readonly wanted: ReadonlySet<string>;
  /** The uid of each cluster that something was brought to, by its name. */
  readonly known: ReadonlyMap<string, string>;
}

/**
 * Folds the journal of a session.
 * @throws ProblemError when the journal can't be read
 */
export function readSessionLedger({ state, assembly }: Pick<DeliverySession, 'state' | 'assembly'>): SessionLedger {
  const { entries } = valueOf(readJournal(state.journal));
  const ledger = foldLedger(entries, (digest) => state.tryReadRecord(digest));
  return { ledger, known: knownClusters(entries), wanted: new Set(assembly.resources.map(({ id }) => id)) };
}
