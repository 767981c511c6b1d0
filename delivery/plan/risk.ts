import { findWidening } from './access/access-widening';
import type { ObjectChange } from './object-change';

/** What a reviewer must look at first, worst first. */
export const risks = ['destroy', 'replace', 'access-widened', 'blocked', 'change', 'create'] as const;

/** One class of risk. */
export type Risk = (typeof risks)[number];

/** A change with its class, and how it widens access. */
export interface JudgedChange {
  readonly change: ObjectChange;
  readonly risk: Risk;
  readonly widens: readonly string[];
}

/**
 * Puts each change into the worst class that it belongs to; what stays as it is has none. Objects of a namespace that
 * is itself new widen nothing: before it there was nothing to reach.
 */
export function judgeChanges(changes: readonly ObjectChange[]): readonly JudgedChange[] {
  const newNamespaces = new Set(
    changes
      .filter(({ kind, action }) => kind === 'Namespace' && action === 'create')
      .map(({ cluster, name }) => `${cluster}/${name}`),
  );
  return changes.flatMap((change): readonly JudgedChange[] => {
    if (change.action === 'unchanged') return [];
    const inside = change.namespace !== undefined && newNamespaces.has(`${change.cluster}/${change.namespace}`);
    const isNew = change.action === 'create' && (inside || change.kind === 'Namespace');
    const widens = isNew || change.action === 'blocked' ? [] : findWidening(change.kind, change);
    return [{ change, widens, risk: riskOf(change.action, widens.length > 0) }];
  });
}

function riskOf(action: Exclude<ObjectChange['action'], 'unchanged'>, widens: boolean): Risk {
  return widens && (action === 'change' || action === 'create') ? 'access-widened' : action;
}
