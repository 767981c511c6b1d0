import { fits, normalEntry, type Dimension } from './choice';

/** Entries that the same rules take: nothing that is compared tells them apart. */
export interface EntryClass {
  readonly entries: readonly string[];
  /** Numbers of the rules that take them. */
  readonly rules: ReadonlySet<number>;
}

/** Every entry of several rules in one dimension, in classes. */
export interface EntryClasses {
  readonly vocabulary: readonly string[];
  readonly classes: readonly EntryClass[];
  /** Numbers of the classes that each rule takes. */
  readonly ofRule: readonly (readonly number[])[];
}

/** Gathers the entries of rules; `markOf` keeps entries apart that mean something else to the reader. */
export function classifyEntries(
  dimension: Dimension,
  rules: readonly (readonly string[])[],
  markOf: (entry: string) => string = () => '',
): EntryClasses {
  const written = rules.map((entries) => [...new Set(entries)]);
  const vocabulary = [...new Set(written.flat())].toSorted();
  const takers = takersOf(dimension, vocabulary, written);
  const numbers = new Map<string, number>();
  const classes: { readonly entries: string[]; readonly rules: ReadonlySet<number> }[] = [];
  for (const entry of vocabulary) {
    const taken = takers.get(entry) ?? new Set();
    const signature = `${markOf(entry)} ${[...taken].toSorted((a, b) => a - b).join()}`;
    const number = numbers.get(signature);
    if (number !== undefined) {
      classes[number]?.entries.push(entry);
      continue;
    }
    numbers.set(signature, classes.length);
    classes.push({ entries: [entry], rules: taken });
  }
  return { vocabulary, classes, ofRule: rules.map((_, rule) => numbersWhere(classes, rule)) };
}

function takersOf(
  dimension: Dimension,
  vocabulary: readonly string[],
  rules: readonly (readonly string[])[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const takers = new Map(vocabulary.map((entry) => [entry, new Set<number>()]));
  for (const [rule, entries] of rules.entries()) {
    for (const entry of entries) {
      const isWide = entry.includes('*');
      const taken = isWide ? vocabulary.filter((other) => fits(dimension, entry, other)) : [entry];
      for (const one of taken) takers.get(one)?.add(rule);
    }
  }
  return takers;
}

function numbersWhere(classes: readonly EntryClass[], rule: number): readonly number[] {
  return classes.flatMap(({ rules }, number) => (rules.has(rule) ? [number] : []));
}

/** The names that a rule is about as entries: `*` where it is about all. */
export function nameEntries(names: readonly string[]): readonly string[] {
  return names.length === 0 ? ['*'] : names.map((one) => normalEntry('name', one));
}
