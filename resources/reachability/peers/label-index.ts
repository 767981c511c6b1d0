import { hasUnresolved, isObject, listAt, objectAt, textAt, textsAt, valueAt } from '../../json-path';
import { selectsAll, selectsKnown, type KnownLabels } from '../../label-selector';
import type { Selector } from '../policy/policy';
import { Memo } from './memo';

/** Labels of one thing. */
export type Labels = ReadonlyMap<string, string>;

/** Numbers of things with labels that a selector takes, and of those that it may take. */
export interface Taken {
  readonly certain: readonly number[];
  readonly possible: readonly number[];
}

/** Things by their labels. */
interface LabelTable {
  readonly things: readonly KnownLabels[];
  readonly byLabel: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
  readonly all: readonly number[];
  /** Things that may carry any label which they aren't known to lack. */
  readonly partlyKnown: readonly number[];
}

/** Finds the things whose labels a selector takes, without looking at those that lack a label which it demands. */
export class LabelIndex {
  private constructor(
    private readonly table: LabelTable,
    private readonly known: Memo<Taken>,
  ) {}

  /** Indexes things by their labels; the number of each is its position. */
  public static of(things: readonly KnownLabels[]): LabelIndex {
    const all = things.map((_, index) => index);
    const partlyKnown = all.filter((index) => things[index]?.isPartlyKnown === true);
    return new LabelIndex({ things, byLabel: tabulate(things), all, partlyKnown }, new Memo());
  }

  /** The same index, which remembers by itself what it is asked. */
  public aside(): LabelIndex {
    return new LabelIndex(this.table, new Memo(this.known));
  }

  /** The things that a selector takes, in order. */
  public find(selector: Selector): Taken {
    const { all, things } = this.table;
    if (selectsAll(selector)) return { certain: all, possible: [] };
    return this.known.get(JSON.stringify(selector), () => takenOf(selector, this.candidates(selector), things));
  }

  /** The shortest list that holds all that the selector can take. */
  private candidates(selector: Selector): readonly number[] {
    const { all, partlyKnown } = this.table;
    if (hasUnresolved(selector)) return all;
    const demanded = Object.entries(objectAt(selector, 'matchLabels') ?? {}).flatMap(([key, value]) =>
      typeof value === 'string' ? [this.listOf(key, [value])] : [],
    );
    const listed = listAt(selector, 'matchExpressions').flatMap((one) => {
      const [key, values] = [textAt(one, 'key'), textsAt(one, 'values')];
      const isKnown = isObject(one) && values.length === listAt(one, 'values').length;
      return key !== undefined && isKnown && valueAt(one, 'operator') === 'In' ? [this.listOf(key, values)] : [];
    });
    const shortest = [...demanded, ...listed].reduce((best, one) => (one.length < best.length ? one : best), all);
    if (partlyKnown.length === 0 || shortest === all) return shortest;
    return [...new Set([...shortest, ...partlyKnown])].toSorted((a, b) => a - b);
  }

  private listOf(key: string, values: readonly string[]): readonly number[] {
    const of = this.table.byLabel.get(key);
    const [only] = values;
    if (values.length === 1 && only !== undefined) return of?.get(only) ?? [];
    return [...new Set(values.flatMap((value) => of?.get(value) ?? []))].toSorted((a, b) => a - b);
  }
}

function tabulate(things: readonly KnownLabels[]): LabelTable['byLabel'] {
  const byLabel = new Map<string, Map<string, number[]>>();
  for (const [index, { labels }] of things.entries()) {
    for (const [key, value] of labels) {
      const values = byLabel.get(key) ?? new Map<string, number[]>();
      byLabel.set(key, values);
      const list = values.get(value);
      if (list === undefined) values.set(value, [index]);
      else list.push(index);
    }
  }
  return byLabel;
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
