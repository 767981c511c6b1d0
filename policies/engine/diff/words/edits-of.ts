import { canonicalJson } from '../../../../model/canonical-json';
import type { RuleRecord, TreeRecord } from '../../bundle/rule-bundle';
import { kindText } from '../objects/tried-rule';
import type { Edit, Wording } from '../rule-change';
import type { SideMove } from '../side-moves';
import { conditionEdits } from './condition-edits';

/** Everything of a rule that is written differently and decides something, in few words. */
export function editsOf(
  before: RuleRecord | undefined,
  after: RuleRecord | undefined,
  sides: readonly SideMove[],
): readonly Edit[] {
  if (before === undefined || after === undefined) {
    const title = (one: RuleRecord | undefined): string => one?.title.en ?? '';
    return [{ aspect: 'rule', before: title(before), after: title(after) }];
  }
  return [
    ...changed('force', before.force, after.force),
    ...changed('code', codeText(before), codeText(after)),
    ...(before.tree === undefined || after.tree === undefined ? [] : treeEdits(before.tree, after.tree)),
    ...sides.map((one): Edit => ({ aspect: one.aspect, before: one.before, after: one.after })),
  ];
}

function codeText({ code }: RuleRecord): string {
  return code ?? '';
}

function changed(aspect: Edit['aspect'], before: string, after: string): readonly Edit[] {
  return before === after ? [] : [{ aspect, before, after }];
}

function treeEdits(before: TreeRecord, after: TreeRecord): readonly Edit[] {
  const [old, now] = [placesOf(before), placesOf(after)];
  const where = (text: string): string => (text === '' ? '' : `applies where ${text}`);
  return [
    ...old.filter((one) => !now.includes(one)).map((one): Edit => ({ aspect: 'kinds', before: one, after: '' })),
    ...now.filter((one) => !old.includes(one)).map((one): Edit => ({ aspect: 'kinds', before: '', after: one })),
    ...changed('scope', before.scope, after.scope),
    ...conditionEdits(before.when, after.when).map(
      (one): Edit => ({ aspect: 'condition', before: where(one.before), after: where(one.after) }),
    ),
    ...conditionEdits(before.require, after.require).map((one): Edit => ({ aspect: 'condition', ...one })),
  ];
}

/** Kinds with where in them the rule looks. */
function placesOf({ on }: TreeRecord): readonly string[] {
  return on.shapes.flatMap(({ kinds, root = [] }) =>
    kinds.map((kind) => [kindText(kind).replace(/^\//, ''), ...root].join(' ').trim()),
  );
}

/** What of a rule is worded differently and decides nothing. */
export function wordingsOf(before: RuleRecord | undefined, after: RuleRecord | undefined): readonly Wording[] {
  if (before === undefined || after === undefined) return [];
  const texts = (['title', 'why', 'fix'] as const).filter((key) => differs(before[key], after[key]));
  const reasons = (['mayBeVacuous', 'whyNotLive'] as const).some(
    (key) => before[key] !== undefined && after[key] !== undefined && differs(before[key], after[key]),
  );
  const names = differs(namesOf(before.tree), namesOf(after.tree));
  return [...texts, ...(reasons ? (['reasons'] as const) : []), ...(names ? (['names'] as const) : [])];
}

/** What targets and their shapes are called, and what examples of their kinds are framed by. */
function namesOf(tree: TreeRecord | undefined): unknown {
  return tree === undefined
    ? null
    : [tree.on.name, tree.on.shapes.map(({ name, kinds }) => [name, kinds.map(({ frame }) => frame ?? null)])];
}

function differs(one: unknown, other: unknown): boolean {
  return canonicalJson(one) !== canonicalJson(other);
}
