import { hasUnresolved, isObject, listAt, objectAt, textAt, textsAt, valueAt } from '../../json-path';
import { selects, selectsAll } from '../../label-selector';
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

  /** Indexes things by their labels; the number of each is its position. */
  public constructor(private readonly labels: readonly Labels[]) {
    this.all = labels.map((_, index) => index);
    for (const [index, one] of labels.entries()) for (const [key, value] of one) this.add(key, value, index);
  }

  /** The things that a selector takes, in order. */
  public find(selector: Selector): Taken {
    if (selectsAll(selector)) return { certain: this.all, possible: [] };
    const text = JSON.stringify(selector);
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const found = takenOf(selector, this.candidates(selector), (index) => this.labels[index] ?? new Map());
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
    return [...demanded, ...listed].reduce((best, one) => (one.length < best.length ? one : best), this.all);
  }

  private listOf(key: string, values: readonly string[]): readonly number[] {
    const of = this.byLabel.get(key);
    const [only] = values;
    if (values.length === 1 && only !== undefined) return of?.get(only) ?? [];
    return [...new Set(values.flatMap((value) => of?.get(value) ?? []))].toSorted((a, b) => a - b);
  }
}

/** Those of some candidates that a selector takes. */
export function takenOf(selector: Selector, candidates: readonly number[], labelsOf: (index: number) => Labels): Taken {
  const certain: number[] = [];
  const possible: number[] = [];
  for (const index of candidates) {
    const taken = selects(selector, labelsOf(index));
    if (taken === 'yes') certain.push(index);
    else if (taken === 'unknown') possible.push(index);
  }
  return { certain, possible };
}
