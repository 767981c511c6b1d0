/** A value that a fact file can hold: what JSON can hold. */
export type FactValue = null | boolean | number | string | readonly FactValue[] | { readonly [key: string]: FactValue };

/**
 * A place in a text: line and column count from 1, columns in UTF-16 code units (a tab is one column, most
 * Vietnamese letters are one, letters beyond the basic plane are two); a byte order mark isn't counted.
 */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Where a value stands, where its key stands, and the same for what is inside it. */
export interface ValuePlace extends TextPlace {
  /** Where the key stands; the place of the value itself for entries of a list and for the root. */
  readonly key: TextPlace;
  /** Places of the entries by key or index; empty for anything but objects and lists. */
  readonly entries: ReadonlyMap<string | number, ValuePlace>;
}

/** A value that was read from a text, with the place of every part. */
export interface LocatedValue {
  readonly value: FactValue;
  readonly places: ValuePlace;
}

/** The part of an entry that is looked for. */
export type EntryPart = 'key' | 'value';

/**
 * Finds where a value stands by its keys and indexes; where it doesn't exist, the nearest existing parent, so
 * that a missing key points at the object that lacks it.
 */
export function findPlace(root: ValuePlace, keys: readonly (string | number)[], part: EntryPart = 'value'): TextPlace {
  let place = root;
  for (const key of keys) {
    const entry = place.entries.get(key);
    if (entry === undefined) return { line: place.line, column: place.column };
    place = entry;
  }
  return part === 'key' ? place.key : { line: place.line, column: place.column };
}
