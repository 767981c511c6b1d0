import type { StatedRule } from './stated/stated-rules';
import type { Direction, Movement, RuleChangeKind } from './rule-change';

/** The kind of a change, from which ways the rule moved. */
export function kindOfChange(
  rule: {
    readonly before: StatedRule | undefined;
    readonly after: StatedRule | undefined;
    readonly isOpaque: boolean;
  },
  { loosening, tightening }: Readonly<Record<Direction, Movement>>,
): RuleChangeKind {
  if (rule.before === undefined) return 'added';
  if (rule.after === undefined) return 'removed';
  // Nothing is proved of a function whose source changed, but what an object shows is so.
  if (rule.isOpaque && loosening.kind !== 'found' && tightening.kind !== 'found') return 'opaque';
  if (loosening.kind === 'found') {
    if (tightening.kind === 'found') return 'incomparable';
    return tightening.kind === 'proved-none' ? 'loosened' : 'loosening-found';
  }
  if (tightening.kind === 'found') return loosening.kind === 'proved-none' ? 'tightened' : 'tightening-found';
  return loosening.kind === 'proved-none' && tightening.kind === 'proved-none' ? 'equivalent' : 'undecided';
}
