import type { Text } from '../../model/text';
import { compareRules, type ComparedRules } from '../../policies/engine/diff/compare-rules';
import type { Movement, RuleChange, RuleChangeKind, Witness } from '../../policies/engine/diff/rule-change';
import { saidBefore, saysNow } from '../../policies/engine/diff/words/change-messages';
import { describeRuleChange } from '../../policies/engine/diff/words/describe-rule-change';
import type { PolicyResult } from '../../policies/evaluation';
import type { KeptVerdicts, ReviewedState } from '../reviewed-state';
import { alike, inBoth } from '../words/review-words';

/** What the change of one rule means, with the objects that show it. */
export interface RuleNote {
  readonly id: string;
  readonly kind: RuleChangeKind;
  readonly headline: Text;
  readonly sentences: readonly Text[];
  /** An object that fares better than before, and how; empty where none is known. */
  readonly looser: Text;
  /** An object that fares worse than before, and how; empty where none is known. */
  readonly stricter: Text;
  /** Clauses that the rule no longer answers for. */
  readonly droppedClauses: readonly string[];
}

/** What changed about the rules: undefined statements are those of a state that kept none. */
export interface RuleNotes {
  readonly notes: readonly RuleNote[];
  /** What judges trees is another program. */
  readonly isEngineChanged: boolean;
  /** Nobody kept the rules of the base, so nothing is known of them. */
  readonly isUnknown: boolean;
}

/**
 * Says what the change of rules means: of trees for the objects that stand in the later assembly, of functions for those of
 * the earlier, of which the gate kept what the functions of its time said.
 */
export function ruleNotes(old: ReviewedState | undefined, now: ReviewedState): RuleNotes {
  const [before, after] = [old?.stated, now.stated];
  if (before === undefined || after === undefined) return { notes: [], isEngineChanged: false, isUnknown: true };
  const results = resultsOf(old?.verdicts);
  const { changes, isEngineChanged } = compareRules({ before, after, inventory: now.view, ...results });
  return { notes: changes.map(noteOf), isEngineChanged, isUnknown: false };
}

function resultsOf(verdicts: KeptVerdicts | undefined): Pick<ComparedRules, 'results'> {
  if (verdicts?.ofThen === undefined) return {};
  return { results: { before: verdicts.ofThen.map(withoutWaivers), after: verdicts.ofNow.map(withoutWaivers) } };
}

/** What a rule said itself, whatever exceptions excused: those aren't part of it, and end by themselves. */
function withoutWaivers(result: PolicyResult): PolicyResult {
  const [fail, unknown] = (['fail', 'unknown'] as const).map((verdict) => [
    ...result[verdict],
    ...result.skip.filter((one) => one.verdict === verdict),
  ]);
  return { ...result, fail: fail ?? [], unknown: unknown ?? [], skip: [] };
}

function noteOf(change: RuleChange): RuleNote {
  const { id, kind, loosening, tightening, clauses } = change;
  const [looser, stricter] = [witnessText(loosening), witnessText(tightening)];
  return { id, kind, ...describeRuleChange(change), looser, stricter, droppedClauses: clauses.dropped };
}

function witnessText(movement: Movement): Text {
  if (movement.kind !== 'found') return alike('');
  const { subject, origin, where, before, after } = movement.witness;
  const place = { vi: `tại ${where}`, en: `at ${where}` };
  return inBoth((language) => {
    const object = `${subject} (${originWords[origin][language]})${where === '' ? '' : ` ${place[language]}`}`;
    return `${object}: ${saidBefore[before.verdict][language]}, ${saysNow[after.verdict][language]}`;
  });
}

/** Where an object comes from that shows something. */
const originWords: Readonly<Record<Witness['origin'], Text>> = {
  inventory: { vi: 'đang có', en: 'inventory' },
  example: { vi: 'ví dụ của quy tắc', en: 'example' },
  generated: { vi: 'dựng để thử', en: 'generated' },
};
