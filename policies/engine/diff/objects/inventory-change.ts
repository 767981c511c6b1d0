import type { JsonObject, Resource } from '../../../../resources/resource';
import { resourceId } from '../../../../resources/resource-id';
import { objectAt } from '../../../../resources/json-path';
import type { ObjectsView } from '../../../../resources/view/objects-view';
import type { PolicyResult } from '../../../evaluation';
import type { TargetKind } from '../../language/target';
import type { Direction, InventoryChange, Witness, WitnessSide } from '../rule-change';
import { movementOf, type RulePair } from './rule-pair';
import { kindText, NOT_JUDGED, type TriedObject, type TriedRule } from './tried-rule';

/** How many objects are named of those that fare otherwise. */
const NAMED_MAX = 5;

/** What two rules say of an inventory, and the first object that shows each direction. */
export interface InventoryAnswer {
  readonly change: InventoryChange;
  readonly witnesses: Partial<Readonly<Record<Direction, Witness>>>;
}

/** Judges an inventory by a rule before and after; what is stopped is only explained where it is shown. */
export function judgeInventory(pair: RulePair, view: ObjectsView): InventoryAnswer {
  const { change, first } = compareSides(sidesIn(pair.before, view), sidesIn(pair.after, view));
  const witnesses = Object.fromEntries(
    [...first].flatMap(([direction, id]) => {
      const resource = view.resources.tryFind(id);
      return resource === undefined ? [] : [[direction, witnessIn(pair, view, { resource, direction })]];
    }),
  );
  return { change, witnesses };
}

/** What a function said of its subjects before and after, as its results tell. */
export interface FunctionResults {
  readonly before: PolicyResult | undefined;
  readonly after: PolicyResult | undefined;
}

/** Compares the results of a rule that is written as a function; its witnesses are what it said of its own subjects. */
export function compareResults({ before, after }: FunctionResults, view: ObjectsView): InventoryAnswer {
  const { change, first } = compareSides(sidesOfResult(before), sidesOfResult(after));
  const witnesses = Object.fromEntries(
    [...first].map(([direction, subject]): [Direction, Witness] => {
      const stopping = direction === 'loosening' ? before : after;
      const finding = [...(stopping?.fail ?? []), ...(stopping?.unknown ?? [])].find((one) => one.subject === subject);
      const { where = '', got = '', want = '' } = finding ?? {};
      const sides = {
        before: sidesOfResult(before).get(subject) ?? NOT_JUDGED,
        after: sidesOfResult(after).get(subject) ?? NOT_JUDGED,
      };
      const object = view.resources.tryFind(subject)?.body ?? { subject };
      const said = { aspect: 'code', origin: 'inventory', subject, object, namespace: undefined } as const;
      return [direction, { ...said, ...sides, where, got, want }];
    }),
  );
  return { change, witnesses };
}

/** What follows for each object that a rule is about. */
type Sides = ReadonlyMap<string, Pick<WitnessSide, 'effect'>>;

function sidesOfResult(result: PolicyResult | undefined): ReadonlyMap<string, WitnessSide> {
  if (result === undefined) return new Map();
  const effect = result.force === 'block' ? 'stopped' : 'warned';
  const passed = [...result.pass, ...result.skip.map(({ subject }) => subject)];
  return new Map<string, WitnessSide>([
    ...passed.map((id) => [id, { verdict: 'pass', effect: 'passes' }] as const),
    ...result.fail.map(({ subject }) => [subject, { verdict: 'fail', effect }] as const),
    ...[...result.unknown, ...result.error].map(({ subject }) => [subject, { verdict: 'unknown', effect }] as const),
  ]);
}

function sidesIn(rule: TriedRule | undefined, view: ObjectsView): Sides {
  if (rule === undefined) return new Map();
  const [passes, fails] = [rule.sideOf('pass'), rule.sideOf('fail')];
  const sides = new Map(rule.subjectsIn(view).map(({ id }) => [id, passes]));
  for (const { id } of rule.stoppedIn(view)) sides.set(id, fails);
  return sides;
}

function compareSides(
  before: Sides,
  after: Sides,
): { readonly change: InventoryChange; readonly first: ReadonlyMap<Direction, string> } {
  const moved: Record<Direction, string[]> = { loosening: [], tightening: [] };
  const ids = new Set([...before.keys(), ...after.keys()]);
  for (const id of ids) {
    const direction = movementOf(before.get(id) ?? NOT_JUDGED, after.get(id) ?? NOT_JUDGED);
    if (direction !== undefined) moved[direction].push(id);
  }
  const told = (of: readonly string[]) => ({ count: of.length, first: of.toSorted().slice(0, NAMED_MAX) });
  const change = { judged: ids.size, looser: told(moved.loosening), stricter: told(moved.tightening) };
  const first = new Map<Direction, string>();
  for (const [direction, { first: named }] of [
    ['loosening', change.looser],
    ['tightening', change.stricter],
  ] as const)
    if (named[0] !== undefined) first.set(direction, named[0]);
  return { change, first };
}

/** An object of the inventory that moves in a direction. */
interface Moved {
  readonly resource: Resource;
  readonly direction: Direction;
}

function witnessIn(pair: RulePair, view: ObjectsView, { resource, direction }: Moved): Witness {
  const { id, body } = resource;
  const object: TriedObject = { kind: kindOf(pair, resource), body, namespace: labelsOf(resource, view) };
  if (pair.moves(object, direction)) return pair.witnessOf(object, 'inventory', id);
  // It moves by what isn't there to look at, such as its namespace, so nothing of it can be tried alone.
  const [before, after] = [pair.before, pair.after].map((rule) => rule?.judge.check(resource, view));
  const { where = '', got = '', want = '' } = (direction === 'loosening' ? before : after) ?? {};
  const sides = {
    before: before === undefined ? NOT_JUDGED : (pair.before?.sideOf(before.verdict) ?? NOT_JUDGED),
    after: after === undefined ? NOT_JUDGED : (pair.after?.sideOf(after.verdict) ?? NOT_JUDGED),
  };
  const said = { aspect: 'condition', origin: 'inventory', subject: id, object: body, namespace: undefined } as const;
  return { ...said, ...sides, where, got, want };
}

function kindOf({ before, after }: RulePair, { apiVersion, kind }: Resource): TargetKind {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  const unknown = { kind, group, version: '', resource: '' };
  const rules = [before, after].filter((one) => one !== undefined);
  const kinds = rules.flatMap(({ tree }) => tree.on.shapes).flatMap((shape) => shape.kinds);
  return kinds.find((one) => kindText(one) === kindText(unknown)) ?? unknown;
}

function labelsOf({ cluster, namespace }: Resource, { resources }: ObjectsView): JsonObject | undefined {
  if (namespace === undefined) return undefined;
  const found = resources.tryFind(resourceId(cluster ?? '', { kind: 'Namespace', name: namespace }));
  return found === undefined ? undefined : (objectAt(found.body, 'metadata', 'labels') ?? {});
}
