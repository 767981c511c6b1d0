import { isObject, unresolved } from '../../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../../resources/resource';
import type { ExampleValue } from '../../examples/example-object';
import type { Branch, Fact } from '../prove/branch';
import { isMetBy } from '../prove/literal';
import { NAMESPACE, OBJECT, type Place } from '../prove/place';
import { memberShapes, shapes, type ShapeSet } from '../prove/shape';
import { tryScalar } from './candidate-values';

/** Longer lists than this are not made. */
const ITEMS_MAX = 64;

/**
 * The object that a way of `findCounterexample` describes, with as little in it as can be; a guess where tests of one
 * value have much to do with each other, so it has to be tried.
 */
export function buildObject(branch: Branch): ExampleValue {
  const builder = new Builder(branch.known);
  const labels = builder.valueAt(NAMESPACE);
  return { value: builder.valueAt(OBJECT) ?? {}, namespace: isObject(labels) ? labels : undefined };
}

class Builder {
  private readonly facts: ReadonlyMap<string, Fact>;
  private readonly inside = new Map<string, Fact[]>();

  public constructor(known: readonly Fact[]) {
    this.facts = new Map(known.map((one) => [one.place.id, one]));
    for (const fact of known) {
      const id = fact.place.holder?.id;
      if (id !== undefined) this.inside.set(id, [...(this.inside.get(id) ?? []), fact]);
    }
  }

  public valueAt(place: Place): JsonValue | undefined {
    const fact = this.facts.get(place.id);
    if (fact === undefined) return undefined;
    const inside = this.inside.get(place.id) ?? [];
    const shape = orderOf(place, inside).find((one) => (fact.may & one) !== 0 && this.fits(one, inside));
    switch (shape) {
      case shapes.list:
        return this.listAt(fact, inside);
      case shapes.map:
        return this.mapAt(inside);
      case shapes.unknown:
        return unresolved('what nobody can tell');
      case shapes.true:
      case shapes.false:
        return shape === shapes.true;
      case shapes.number:
        return tryScalar(['number'], fact.literals);
      case shapes.text:
        return tryScalar(['string'], fact.literals) ?? 'x';
      default:
        return undefined;
    }
  }

  /** Whether what is known inside can be so in a value of the shape. */
  private fits(shape: ShapeSet, inside: readonly Fact[]): boolean {
    return inside.every(({ place, may }) => {
      if (place.step.kind === 'item') return shape === shapes.list;
      if (place.step.kind === 'key') return shape === shapes.map;
      return (may & memberShapes(shape)) !== 0;
    });
  }

  private listAt({ place }: Fact, inside: readonly Fact[]): JsonValue {
    const items = inside.filter((one) => one.place.step.kind === 'item').map((one) => this.valueAt(one.place) ?? null);
    const [first = {}] = items;
    const length = this.lengthOf(place, items.length);
    return [...items, ...Array.from({ length: length - items.length }, () => first)];
  }

  /** The least number of items, from the ones that must be, that every count of this list alone lets stand. */
  private lengthOf(list: Place, least: number): number {
    const count = this.facts.get(`#${list.id}`);
    if (count === undefined) return least;
    for (let length = least; length <= ITEMS_MAX; length += 1)
      if (count.literals.every((one) => isMetBy(one, length))) return length;
    return least;
  }

  private mapAt(inside: readonly Fact[]): JsonObject {
    const entries = inside.flatMap(({ place }): readonly (readonly [string, JsonValue])[] => {
      if (place.step.kind !== 'member') return [];
      const value = this.valueAt(place);
      return value === undefined ? [] : [[place.step.key, value]];
    });
    const map = new Map(entries);
    for (const { place, literals } of inside) {
      if (place.step.kind !== 'key') continue;
      const entry = inside.find((one) => one.place.step.kind === 'entry' && one.place.step.of.id === place.id);
      map.set(
        String(tryScalar(['string'], literals) ?? 'x'),
        (entry === undefined ? undefined : this.valueAt(entry.place)) ?? 'x',
      );
    }
    return Object.fromEntries(map);
  }
}

/** The shapes of a value, those first that make the smallest and likeliest objects: what has members is a map. */
function orderOf({ step }: Place, inside: readonly Fact[]): readonly ShapeSet[] {
  const scalars = [shapes.text, shapes.number, shapes.true, shapes.false];
  const hasMembers = inside.some(({ place }) => place.step.kind === 'member');
  const present = hasMembers ? [shapes.map, ...scalars] : [...scalars, shapes.map];
  if (step.kind === 'root') return [shapes.map, shapes.absent, ...scalars, shapes.list, shapes.unknown];
  if (step.kind === 'item') return [shapes.map, ...scalars, shapes.list, shapes.absent, shapes.unknown];
  return [shapes.absent, ...present, shapes.list, shapes.unknown];
}
