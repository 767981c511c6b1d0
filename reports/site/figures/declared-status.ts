import { reached } from '../../../model/tenancy/dossier';
import type { System } from '../../../model/tenancy/system';

/**
 * How far an agency declares to be, as the colors of the national monitoring picture: `green` (every system is declared
 * as operating), `yellow` (every dossier is declared as approved, and something doesn't operate yet), `red` (a dossier
 * isn't declared as approved, so nothing may operate by Decree 331/2026 Art. 30.6 and 30.7), `none` (no system).
 * The colors of the programme's own center are not among the facts: these follow from declared dossiers.
 */
export const declaredStatuses = ['red', 'yellow', 'green', 'none'] as const;

/** A declared status; nothing of it is verified. */
export type DeclaredStatus = (typeof declaredStatuses)[number];

/** What systems come to by the dossiers that their owners declare. */
export function declaredStatus(systems: readonly Pick<System, 'dossier'>[]): DeclaredStatus {
  const states = systems.map(({ dossier }) => dossier.state);
  if (states.length === 0) return 'none';
  if (states.every((state) => state === 'operating')) return 'green';
  return states.every((state) => reached(state, 'approved')) ? 'yellow' : 'red';
}
