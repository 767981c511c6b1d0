import { literalOf, shapesOf, type Literal } from './literal';
import { partPlace, type Place } from './place';
import { isPossible } from './possible/is-possible';
import { holderShapes, memberShapes, shapes, type ShapeSet } from './shape';
import { IS_TRUE, IS_UNKNOWN, type TruthSet } from './truth-set';

/** What is known of a place. */
export interface Fact {
  readonly place: Place;
  readonly may: ShapeSet;
  readonly literals: readonly Literal[];
}

/** What is stated of every item of a list, or key of a map. */
export type Universal = (branch: Branch, part: Place) => void;

/** Ways of which one must hold. */
export interface Choice {
  readonly ways: readonly ((branch: Branch) => void)[];
  /** Whether it only helps once nothing else is left to choose. */
  readonly isLast: boolean;
}

/** The parts of a list or map that were spoken of, and what holds for each. */
interface Parts {
  readonly list: Place;
  readonly over: 'items' | 'keys';
  readonly known: readonly Place[];
  readonly universals: readonly Universal[];
}

/** A number of items, or a sameness, and the places that it follows from. */
interface Derived {
  readonly kind: 'count' | 'same';
  readonly place: Place;
  readonly from: readonly Place[];
}

const COUNTABLE = shapes.absent | shapes.list | shapes.map;

/** All that is supposed of one object while it is looked for; closed once no object can be so. */
export class Branch {
  public isClosed = false;
  private facts = new Map<string, Fact>();
  private signs = new Map<string, TruthSet>();
  private parts = new Map<string, Parts>();
  private derived = new Map<string, Derived>();
  private choices: readonly Choice[] = [];

  /** The same suppositions, to which others can be added. */
  public copy(): Branch {
    const copy = new Branch();
    copy.isClosed = this.isClosed;
    copy.facts = new Map(this.facts);
    copy.signs = new Map(this.signs);
    copy.parts = new Map(this.parts);
    copy.derived = new Map(this.derived);
    copy.choices = this.choices;
    return copy;
  }

  /** What a condition, by its text, can still be; undefined when nothing new is said. */
  public sign(text: string, set: TruthSet): TruthSet | undefined {
    const known = this.signs.get(text);
    const both = known === undefined ? set : known & set;
    if (both === 0) this.isClosed = true;
    if (both === known || both === 0) return undefined;
    this.signs.set(text, both);
    return both;
  }

  /** Supposes that a place is of one of these shapes. */
  public suppose(place: Place, may: ShapeSet, literal?: Literal): void {
    const { may: known, literals } = this.factOf(place);
    const all = literal === undefined ? literals : [...literals, literal];
    const both = known & may & (literal === undefined ? may : shapesOf(literal));
    this.setFact({ place, may: both & possibleShapes(both, all), literals: all });
  }

  /** The n-th item of a list, or key of a map, of which nothing is known yet but that it is there. */
  public addPart(list: Place, over: 'items' | 'keys'): Place {
    const parts = this.partsOf(list, over);
    const part = partPlace(list, over, parts.known.length);
    this.suppose(list, over === 'items' ? shapes.list : shapes.map);
    this.suppose(part, part.may);
    this.parts.set(keyOf(list, over), { ...parts, known: [...parts.known, part] });
    for (const universal of parts.universals) universal(this, part);
    return part;
  }

  /** States something of every item of a list, or key of a map: those that were spoken of, and those to come. */
  public addUniversal(list: Place, over: 'items' | 'keys', universal: Universal): void {
    const parts = this.partsOf(list, over);
    this.parts.set(keyOf(list, over), { ...parts, universals: [...parts.universals, universal] });
    for (const part of parts.known) universal(this, part);
  }

  /** Notes a number of items, or a sameness, that follows from places. */
  public addDerived(derived: Derived): void {
    this.derived.set(derived.place.id, derived);
    for (const one of derived.from) this.factOf(one);
  }

  /** Notes that one of some ways must hold. */
  public addChoice(choice: Choice): void {
    this.choices = [...this.choices, choice];
  }

  /** The choice with the fewest ways, taken off the list; undefined when nothing is left to choose. */
  public takeChoice(): Choice | undefined {
    const weight = ({ ways, isLast }: Choice): number => ways.length + (isLast ? 1_000_000 : 0);
    const least = this.choices.reduce<Choice | undefined>(
      (best, one) => (best === undefined || weight(one) < weight(best) ? one : best),
      undefined,
    );
    this.choices = this.choices.filter((one) => one !== least);
    return least;
  }

  /** Every fact, in the order in which places were spoken of. */
  public get known(): readonly Fact[] {
    return [...this.facts.values()];
  }

  /** Draws what follows for other places, until nothing does. */
  public settle(): void {
    for (let before: unknown; !this.isClosed && before !== this.mark;) {
      before = this.mark;
      for (const { place } of this.known) this.settleMember(place);
      for (const one of this.derived.values()) this.settleDerived(one);
    }
  }

  /** Changes with every fact that does. */
  private mark = 0;

  private setFact(fact: Fact): void {
    const known = this.facts.get(fact.place.id);
    this.facts.set(fact.place.id, fact);
    if (known === undefined || known.may !== fact.may) this.mark += 1;
    if (fact.may === 0) this.isClosed = true;
  }

  private factOf(place: Place): Fact {
    const known = this.facts.get(place.id);
    if (known !== undefined) return known;
    if (place.holder !== undefined) this.factOf(place.holder);
    const fact = { place, may: place.may, literals: [] };
    this.setFact(fact);
    return fact;
  }

  private settleMember(place: Place): void {
    const { holder, step } = place;
    if (holder === undefined) return;
    // Under the item of a list, which may be no text, nothing stands in any value.
    const isMember = step.kind === 'member' || (step.kind === 'entry' && step.of.step.kind === 'key');
    if (!isMember) return;
    this.narrow(place, memberShapes(this.factOf(holder).may));
    this.narrow(holder, holderShapes(this.factOf(place).may));
  }

  private settleDerived({ kind, place, from }: Derived): void {
    const { may } = this.factOf(place);
    const isTold = (may & shapes.unknown) === 0;
    if (kind === 'same') {
      if (isTold) for (const one of from) this.narrow(one, ~shapes.unknown);
      if (may === shapes.true) for (const one of from) this.narrow(one, ~shapes.absent);
      if (from.some((one) => this.factOf(one).may === shapes.unknown)) this.narrow(place, shapes.unknown);
      return;
    }
    if (isTold) for (const one of from) this.narrow(one, COUNTABLE);
    if (from.some((one) => (this.factOf(one).may & COUNTABLE) === 0)) this.narrow(place, shapes.unknown);
    if (from.every((one) => (this.factOf(one).may & ~COUNTABLE) === 0)) this.narrow(place, shapes.number);
    const hasPart = from.some((one) =>
      (['items', 'keys'] as const).some((over) => this.partsOf(one, over).known.length > 0),
    );
    if (hasPart) this.supposeOnce(place, literalOf(AT_LEAST_ONE, IS_TRUE | IS_UNKNOWN));
  }

  private narrow(place: Place, may: ShapeSet): void {
    const { may: known } = this.factOf(place);
    if ((known & may) !== known) this.suppose(place, may);
  }

  private supposeOnce(place: Place, literal: Literal): void {
    if (!this.factOf(place).literals.some(({ holds }) => holds === literal.holds))
      this.suppose(place, place.may, literal);
  }

  private partsOf(list: Place, over: 'items' | 'keys'): Parts {
    return this.parts.get(keyOf(list, over)) ?? { list, over, known: [], universals: [] };
  }
}

const AT_LEAST_ONE = { test: 'at-least', operand: 1 } as const;

function keyOf(list: Place, over: 'items' | 'keys'): string {
  return `${over} ${list.id}`;
}

/** The shapes among these for which tests that look closer at numbers and texts can all answer as stated. */
function possibleShapes(may: ShapeSet, literals: readonly Literal[]): ShapeSet {
  const rules = [
    [shapes.number, 'number'],
    [shapes.text, 'text'],
  ] as const;
  return rules.reduce(
    (set, [shape, type]) => ((set & shape) !== 0 && !isPossible(type, literals) ? set & ~shape : set),
    may,
  );
}
