import type { Resource } from '../../resource';
import type { Permissions } from '../permissions';
import type { EscalationPath } from './escalation';
import { escalationsOf } from './escalations-of';

/** Every way by which somebody gets more than their own, at each binding whose rights it takes; worst goals first. */
export function escalationsByBinding(
  clusters: readonly Permissions[],
): ReadonlyMap<Resource, readonly EscalationPath[]> {
  const found = new Map<Resource, EscalationPath[]>();
  for (const path of escalationsOf(clusters).flatMap(({ paths }) => paths)) {
    for (const binding of new Set(path.steps.flatMap(({ by }) => by.map((one) => one.binding)))) {
      const known = found.get(binding);
      if (known === undefined) found.set(binding, [path]);
      else known.push(path);
    }
  }
  return found;
}
