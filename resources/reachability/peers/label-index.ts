import { hasUnresolved, isObject, listAt, objectAt, textAt, textsAt, valueAt } from '../../json-path';
import { selectsAll, selectsKnown, type KnownLabels } from '../../label-selector';
import type { Selector } from '../policy/policy';

/** Labels of one thing. */
export type Labels = ReadonlyMap<string, string>;

/** Numbers of things with labels that a selector takes, and of those that it may take. */
export interface Taken {
  readonly certain: readonly number[];
  readonly possible: readonly number[];
}

/** Finds the things whose labels a selector takes, without looking at those that lack a label which it demands. */
export class LabelIndex {
  private readonly byLabel = new Map<string, Map<string, number[]>>();
  private readonly known = new Map<string, Taken>();
  private readonly all: readonly number[];
  /** Things that may carry any label which they aren't known to lack. */
  private readonly partlyKnown: readonly number[];

  /** Indexes things by their labels; the number of each is its position. */
  public constructor(private readonly things: readonly KnownLabels[]) {
    this.all = things.map((_, index) => index);
    this.partlyKnown = this.all.filter((index) => things[index]?.isPartlyKnown === true);
    for (const [index, { labels }] of things.entries()) for (const [key, value] of labels) this.add(key, value, index);
  }

  /** The things that a selector takes, in order. */
  public find(selector: Selector): Taken {
    if (selectsAll(selector)) return { certain: this.all, possible: [] };
    const text = JSON.stringify(selector);
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const found = takenOf(selector, this.candidates(selector), this.things);
    this.known.set(text, found);
    return found;
  }

  private add(key: string, value: string, index: number): void {
    const values = this.byLabel.get(key) ?? new Map<string, number[]>();
    this.byLabel.set(key, values);
    const list = values.get(value);
    if (list === undefined) values.set(value, [index]);
    else list.push(index);
  }

  /** The shortest list that holds all that the selector can take. */
  private candidates(selector: Selector): readonly number[] {
    if (hasUnresolved(selector)) return this.all;
    const demanded = Object.entries(objectAt(selector, 'matchLabels') ?? {}).flatMap(([key, value]) =>
      typeof value === 'string' ? [this.listOf(key, [value])] : [],
    );
    const listed = listAt(selector, 'matchExpressions').flatMap((one) => {
      const [key, values] = [textAt(one, 'key'), textsAt(one, 'values')];
      const isKnown = isObject(one) && values.length === listAt(one, 'values').length;
      return key !== undefined && isKnown && valueAt(one, 'operator') === 'In' ? [this.listOf(key, values)] : [];
    });
    const shortest = [...demanded, ...listed].reduce((best, one) => (one.length < best.length ? one : best), this.all);
    if (this.partlyKnown.length === 0 || shortest === this.all) return shortest;
    return [...new Set([...shortest, ...this.partlyKnown])].toSorted((a, b) => a - b);
  }

  private listOf(key: string, values: readonly string[]): readonly number[] {
    const of = this.byLabel.get(key);
    const [only] = values;
    if (values.length === 1 && only !== undefined) return of?.get(only) ?? [];
    return [...new Set(values.flatMap((value) => of?.get(value) ?? []))].toSorted((a, b) => a - b);
  }
}

/** Those of some things, by their numbers, that a selector takes. */
export function takenOf(selector: Selector, candidates: readonly number[], things: readonly KnownLabels[]): Taken {
  const certain: number[] = [];
  const possible: number[] = [];
  for (const index of candidates) {
    const thing = things[index];
    const taken = thing === undefined ? 'no' : selectsKnown(selector, thing);
    if (taken === 'yes') certain.push(index);
    else if (taken === 'unknown') possible.push(index);
  }
  return { certain, possible };
}
