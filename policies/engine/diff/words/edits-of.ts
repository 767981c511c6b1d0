import { canonicalJson } from '../../../../model/canonical-json';
import type { TreeRecord } from '../../bundle/rule-bundle';
import type { StatedRule } from '../stated/stated-rules';
import { kindText } from '../objects/tried-rule';
import type { Edit, Wording } from '../rule-change';
import type { SideMove } from '../side-moves';
import { conditionEdits } from './condition-edits';

/** Everything of a rule that is written differently and decides something, in few words. */
export function editsOf(
  before: StatedRule | undefined,
  after: StatedRule | undefined,
  sides: readonly SideMove[],
): readonly Edit[] {
  if (before === undefined || after === undefined) {
    const title = (one: StatedRule | undefined): string => one?.title.en ?? '';
    return [{ aspect: 'rule', before: title(before), after: title(after) }];
  }
  return [
    ...changed('force', before.force, after.force),
    ...changed('code', codeText(before), codeText(after)),
    ...(before.tree === undefined || after.tree === undefined ? [] : treeEdits(before.tree, after.tree)),
    ...sides.map((one): Edit => ({ aspect: one.aspect, before: one.before, after: one.after })),
  ];
}

function codeText({ code }: StatedRule): string {
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
    ...conditionEdits(before.when, after.when).map((one): Edit => ({
      aspect: 'condition',
      before: where(one.before),
      after: where(one.after),
    })),
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
export function wordingsOf(before: StatedRule | undefined, after: StatedRule | undefined): readonly Wording[] {
  if (before === undefined || after === undefined) return [];
  const texts = (['title', 'why', 'fix'] as const).filter((key) => differs(before[key], after[key]));
  const reasons = (['mayBeVacuous', 'whyNotLive'] as const).some(
    (key) => before[key] !== undefined && after[key] !== undefined && differs(before[key], after[key]),
  );
  const names =
    before.tree !== undefined && after.tree !== undefined && differs(namesOf(before.tree), namesOf(after.tree));
  return [...texts, ...(reasons ? (['reasons'] as const) : []), ...(names ? (['names'] as const) : [])];
}

/** What a target and its shapes are called. */
function namesOf({ on }: TreeRecord): unknown {
  return [on.name, on.shapes.map(({ name }) => name)];
}

function differs(one: unknown, other: unknown): boolean {
  return canonicalJson(one) !== canonicalJson(other);
}
