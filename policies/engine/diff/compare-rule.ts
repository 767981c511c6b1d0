import { canonicalJson } from '../../../model/canonical-json';
import type { ObjectsView } from '../../../resources/view/objects-view';
import type { StatedRule } from './stated/stated-rules';
import type { TreeRecord } from '../bundle/rule-bundle';
import type { RuleTree } from '../language/rule-tree';
import { askPair } from './ask-pair';
import { kindOfChange } from './kind-of-change';
import { compareResults, judgeInventory, type FunctionResults, type InventoryAnswer } from './objects/inventory-change';
import { RulePair } from './objects/rule-pair';
import { TriedRule } from './objects/tried-rule';
import type { Direction, Movement, RuleChange, Witness } from './rule-change';
import { sideMovesOf, type SideMove } from './side-moves';
import { editsOf, wordingsOf } from './words/edits-of';

/** What a rule is tried on beside the objects that are made for it. */
export interface RuleWorld {
  /** The objects that stand, or are to. */
  readonly inventory: ObjectsView;
  /** The rule as it stands in a program, with its examples; empty where no program has it. */
  readonly examples: readonly RuleTree[];
  /** What it said where it is written as a function. */
  readonly results: FunctionResults;
}

/** A rule before and after; one of the two may not be there. */
export interface RuleRevision {
  readonly id: string;
  readonly before: StatedRule | undefined;
  readonly after: StatedRule | undefined;
}

/** Says what the change of one rule means, with an object that shows it. */
export function compareRule({ id, before, after }: RuleRevision, world: RuleWorld): RuleChange {
  if (before !== undefined && after !== undefined && decidingText(before) === decidingText(after))
    return unmoved({ id, before, after });
  const pair = new RulePair(triedRule(before), triedRule(after));
  const isTold = [before, after].every((one) => one?.code === undefined);
  const isOpaque = !isTold && before?.code !== after?.code;
  const answer = isTold ? judgeInventory(pair, world.inventory) : compareResults(world.results, world.inventory);
  const sides = before === undefined || after === undefined ? [] : sideMovesOf(before, after);
  const movement = (direction: Direction): Movement => {
    const own = isTold ? askPair(pair, direction, world.examples) : movementOfFunction({ before, after }, direction);
    const beside = sides
      .filter((one) => one.direction === direction || one.direction === undefined)
      .map((one) => sideMovement(one, direction, { pair, world }));
    return together([own, ...beside], direction, answer);
  };
  const [loosening, tightening] = [movement('loosening'), movement('tightening')];
  return {
    id,
    kind: kindOfChange({ before, after, isOpaque }, { loosening, tightening }),
    loosening,
    tightening,
    edits: editsOf(before, after, sides),
    ...besides({ before, after }),
    inventory: answer.change,
  };
}

/** A rule of which only words, clauses or names changed. */
function unmoved({ id, ...rule }: RuleRevision): RuleChange {
  const none = { kind: 'proved-none' } as const;
  const nobody = { count: 0, first: [] };
  const inventory = { judged: 0, looser: nobody, stricter: nobody };
  return { id, kind: 'equivalent', loosening: none, tightening: none, edits: [], ...besides(rule), inventory };
}

function besides({ before, after }: Omit<RuleRevision, 'id'>): Pick<RuleChange, 'clauses' | 'wordings'> {
  const isChanged = before !== undefined && after !== undefined;
  const clauses = isChanged
    ? { dropped: missing(before, after), added: missing(after, before) }
    : { dropped: [], added: [] };
  return { clauses, wordings: wordingsOf(before, after) };
}

/** All of a rule that decides something: two that share it judge alike, everywhere. */
function decidingText({ force, tree, code, mayBeVacuous, whyNotLive }: StatedRule): string {
  const toggles = [mayBeVacuous !== undefined, whyNotLive !== undefined];
  return canonicalJson([force, tree === undefined ? null : decidingTree(tree), code ?? null, toggles]);
}

/** A tree without the names of its target and shapes, and without what examples of its kinds are framed by. */
function decidingTree({ on, scope, when, require }: TreeRecord): unknown {
  const { shapes, namespaced, exempt = [], copied = false } = on;
  const places = shapes.map(({ kinds, root = [] }) => ({ kinds: kinds.map(({ frame: _, ...one }) => one), root }));
  return { scope, when, require, namespaced, exempt, copied, places };
}

function triedRule(record: StatedRule | undefined): TriedRule | undefined {
  return record?.tree === undefined ? undefined : new TriedRule(record.tree, record.force);
}

/** Of a function nothing is proved, but that it is the same and no milder or harsher than before. */
function movementOfFunction({ before, after }: Omit<RuleRevision, 'id'>, direction: Direction): Movement {
  const [from, to] = direction === 'loosening' ? [before, after] : [after, before];
  if (from === undefined) return { kind: 'proved-none' };
  const isMilder = to === undefined || (from.force === 'block' && to.force === 'warn');
  return before?.code === after?.code && !isMilder ? { kind: 'proved-none' } : { kind: 'none-found', tried: 0 };
}

/** Whether a change beside the condition concerns any object: one that the rule doesn't let pass. */
function sideMovement(
  { aspect, direction: own, user }: SideMove,
  direction: Direction,
  { pair, world }: { readonly pair: RulePair; readonly world: RuleWorld },
): Movement {
  if (own === undefined) return { kind: 'none-found', tried: 0 };
  if (aspect === 'vacuity') return { kind: 'found', witness: emptyInventory(direction) };
  const rule = direction === 'loosening' ? pair.before : pair.after;
  if (rule === undefined) return { kind: 'none-found', tried: 0 };
  const alone = direction === 'loosening' ? new RulePair(rule, undefined) : new RulePair(undefined, rule);
  const asked = askPair(alone, direction, world.examples);
  if (asked.kind !== 'found') return asked;
  return { kind: 'found', witness: { ...asked.witness, aspect, ...(user === undefined ? {} : { user }) } };
}

/** What a rule says that may apply to nothing, and one that may not, of an inventory that holds nothing. */
function emptyInventory(direction: Direction): Witness {
  const refused = { verdict: 'fail', effect: 'stopped' } as const;
  const allowed = { verdict: 'pass', effect: 'passes' } as const;
  return {
    aspect: 'vacuity',
    origin: 'generated',
    subject: 'inventory/empty',
    object: { apiVersion: 'v1', kind: 'List', items: [] },
    namespace: undefined,
    before: direction === 'loosening' ? refused : allowed,
    after: direction === 'loosening' ? allowed : refused,
    where: '',
    got: 'no object that the rule is about',
    want: 'at least one',
  };
}

/** One object is enough; without one, nothing is proved until each part is. What the inventory shows counts before any proof. */
function together(movements: readonly Movement[], direction: Direction, answer: InventoryAnswer): Movement {
  const found = movements.find((one) => one.kind === 'found');
  if (found !== undefined) return found;
  const shown = answer.witnesses[direction];
  if (shown !== undefined) return { kind: 'found', witness: shown };
  if (movements.every((one) => one.kind === 'proved-none')) return { kind: 'proved-none' };
  const tried = movements.reduce((sum, one) => sum + (one.kind === 'none-found' ? one.tried : 0), 0);
  return { kind: 'none-found', tried: tried + answer.change.judged };
}

function missing(of: StatedRule, from: StatedRule): readonly string[] {
  const there: ReadonlySet<string> = new Set(from.controls);
  return of.controls.filter((one) => !there.has(one)).toSorted();
}
