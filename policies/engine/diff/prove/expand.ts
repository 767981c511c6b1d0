import type { Condition, CountCondition, QuantifiedCondition, ValueTree } from '../../language/tree';
import type { Branch } from './branch';
import { groundText, groundValue, type Bindings, type Term } from './ground';
import { literalOf } from './literal';
import { derivedPlace, type Place } from './place';
import { otherThan, shapes, type ShapeSet } from './shape';
import { IS_FALSE, IS_TRUE, IS_UNKNOWN, negated, NOT_FALSE, NOT_TRUE, type TruthSet } from './truth-set';

/** A condition with what the names in it stand for. */
interface Grounded<C extends Condition = Condition> {
  readonly condition: C;
  readonly bindings: Bindings;
}

/** Supposes that a condition has one of these truth values (strong Kleene logic), down to single values. */
export function supposeCondition(branch: Branch, { condition, bindings }: Grounded, set: TruthSet): void {
  if (branch.isClosed) return;
  const told = branch.sign(groundText(condition, bindings), set);
  if (told === undefined) return;
  switch (condition.kind) {
    case 'all':
      return supposeParts(branch, partsOf(condition.of, bindings), told);
    case 'any':
      return supposeParts(branch, partsOf(condition.of.map(negationOf), bindings), negated(told));
    case 'not':
      return supposeCondition(branch, { condition: condition.of, bindings }, negated(told));
    case 'exists':
      return supposeExistence(branch, groundValue(condition.value, bindings), told);
    case 'test': {
      const { place, absentAs } = groundValue(condition.value, bindings);
      return branch.suppose(place, place.may, literalOf(condition, told, absentAs));
    }
    case 'same':
      return supposeSameness(
        branch,
        [condition.left, condition.right].map((one) => groundValue(one, bindings)),
        told,
      );
    case 'count':
      return supposeCount(branch, { condition, bindings }, told);
    case 'every':
      return supposeEvery(branch, { condition, bindings }, told);
    case 'some': {
      const every = { ...condition, kind: 'every', body: negationOf(condition.body) } as const;
      return supposeEvery(branch, { condition: every, bindings }, negated(told));
    }
  }
}

function partsOf(conditions: readonly Condition[], bindings: Bindings): readonly Grounded[] {
  return conditions.map((condition) => ({ condition, bindings }));
}

const negations = new WeakMap<Condition, Condition>();

/** The negation of a condition; the same object each time, so that it is compiled once. */
function negationOf(condition: Condition): Condition {
  const known = negations.get(condition) ?? { kind: 'not', of: condition };
  negations.set(condition, known);
  return known;
}

/** One way of supposing something; of none at all the branch is closed. */
function choose(branch: Branch, ways: readonly ((branch: Branch) => void)[]): void {
  const [first] = ways;
  if (first === undefined) branch.isClosed = true;
  else if (ways.length === 1) first(branch);
  else branch.addChoice({ ways, isLast: false });
}

/** All conditions together: true when each is, false when one is, unknown between. */
function supposeParts(branch: Branch, parts: readonly Grounded[], set: TruthSet): void {
  const each = (truths: TruthSet): void => parts.forEach((one) => supposeCondition(branch, one, truths));
  const one = (truths: TruthSet): void =>
    choose(
      branch,
      parts.map((part) => (on: Branch) => supposeCondition(on, part, truths)),
    );
  if (set === IS_TRUE) each(IS_TRUE);
  else if (set === NOT_FALSE) each(NOT_FALSE);
  else if (set === IS_FALSE) one(IS_FALSE);
  else if (set === NOT_TRUE) one(NOT_TRUE);
  else if (set === IS_UNKNOWN) {
    each(NOT_FALSE);
    one(NOT_TRUE);
  } else if (set === (IS_TRUE | IS_FALSE)) {
    choose(
      branch,
      [IS_TRUE, IS_FALSE].map((truths) => (on: Branch) => supposeParts(on, parts, truths)),
    );
  }
}

function supposeExistence(branch: Branch, { place, absentAs }: Term, set: TruthSet): void {
  const present = otherThan(shapes.unknown | (absentAs === undefined ? shapes.absent : 0));
  const absent = absentAs === undefined ? shapes.absent : 0;
  branch.suppose(place, shapesWhere(set, { [IS_TRUE]: present, [IS_FALSE]: absent, [IS_UNKNOWN]: shapes.unknown }));
}

/** The shapes that belong to the truth values of a set. */
function shapesWhere(set: TruthSet, of: Readonly<Record<TruthSet, ShapeSet>>): ShapeSet {
  return [IS_TRUE, IS_FALSE, IS_UNKNOWN].reduce(
    (may, truth) => ((set & truth) === 0 ? may : may | (of[truth] ?? 0)),
    0,
  );
}

/** What follows for two values that stand as they are; of values with a default nothing is drawn. */
function supposeSameness(branch: Branch, terms: readonly Term[], set: TruthSet): void {
  const text = terms.map(({ place, absentAs }) => `${place.id}??${JSON.stringify(absentAs ?? null)}`).toSorted();
  const place = derivedPlace(`=${text.join('=')}`, shapes.true | shapes.false | shapes.unknown);
  const from = terms.every(({ absentAs }) => absentAs === undefined) ? terms.map((one) => one.place) : [];
  branch.addDerived({ kind: 'same', place, from });
  const of = { [IS_TRUE]: shapes.true, [IS_FALSE]: shapes.false, [IS_UNKNOWN]: shapes.unknown };
  branch.suppose(place, shapesWhere(set, of));
}

function supposeCount(branch: Branch, { condition, bindings }: Grounded<CountCondition>, set: TruthSet): void {
  const { lists, order, number } = condition;
  const terms = lists.map((one) => groundValue(one, bindings));
  const places = terms.map((one) => one.place);
  const isPlain = terms.every(({ absentAs }) => absentAs === undefined);
  const place = derivedPlace(`#${terms.map(termText).toSorted().join('#')}`, shapes.number | shapes.unknown);
  branch.addDerived({ kind: 'count', place, from: isPlain ? places : [] });
  // Numbers of items are whole: at most n is not at least n + 1.
  const isFloor = order === 'at-least';
  const operand = isFloor ? Math.ceil(number) : Math.floor(number) + 1;
  const answers = isFloor ? set : negated(set);
  branch.suppose(place, place.may, literalOf({ test: 'at-least', operand: 0 }, NOT_FALSE));
  branch.suppose(place, place.may, literalOf({ test: 'at-least', operand }, answers));
  const [only] = places;
  if (only === undefined || places.length > 1 || !isPlain || answers !== IS_TRUE || operand < 1) return;
  const ways = [(on: Branch) => void on.addPart(only, 'items'), (on: Branch) => void on.addPart(only, 'keys')];
  branch.addChoice({ ways, isLast: true });
}

function termText({ place, absentAs }: Term): string {
  return absentAs === undefined ? place.id : `(${place.id}??${JSON.stringify(absentAs)})`;
}

/** Of every item: true when no list is strange and each item is so; false when one item isn't. */
function supposeEvery(branch: Branch, { condition, bindings }: Grounded<QuantifiedCondition>, set: TruthSet): void {
  const { over, name, body } = condition;
  // A new part is always chosen and never supposed at once: each could ask for another one, without end.
  const lists = condition.lists.map((one) => listOf(one, { over, bindings }));
  const of = (truths: TruthSet) => (on: Branch, part: Place) =>
    supposeCondition(on, { condition: body, bindings: new Map([...bindings, [name, part]]) }, truths);
  const each = (truths: TruthSet): void => {
    for (const { place } of lists) branch.addUniversal(place, over, of(truths));
  };
  const one = (truths: TruthSet) =>
    lists.map(
      ({ place }) =>
        (on: Branch): void =>
          of(truths)(on, on.addPart(place, over)),
    );
  const strange = lists.map(
    ({ place, readable }) =>
      (on: Branch): void =>
        on.suppose(place, otherThan(readable)),
  );
  if (set === IS_TRUE) {
    for (const { place, readable } of lists) branch.suppose(place, readable);
    each(IS_TRUE);
  } else if (set === NOT_FALSE) each(NOT_FALSE);
  else if (set === IS_FALSE) branch.addChoice({ ways: one(IS_FALSE), isLast: false });
  else if (set === NOT_TRUE) branch.addChoice({ ways: [...one(NOT_TRUE), ...strange], isLast: false });
  else if (set === IS_UNKNOWN) {
    each(NOT_FALSE);
    branch.addChoice({ ways: [...one(NOT_TRUE), ...strange], isLast: false });
  }
}

/** A list or map with the shapes in which its parts can be looked at. */
function listOf(
  value: ValueTree,
  { over, bindings }: { readonly over: 'items' | 'keys'; readonly bindings: Bindings },
): { readonly place: Place; readonly readable: ShapeSet } {
  const { place, absentAs } = groundValue(value, bindings);
  const container = over === 'items' ? shapes.list : shapes.map;
  return { place, readable: absentAs === undefined ? container | shapes.absent : container };
}
