/** A value in a text, with the place of each of its scalars, so that these can be replaced and nothing else. */
export type LocatedValue = LocatedScalar | LocatedMap | LocatedList;

/** A text, number, truth value or nothing. */
export interface LocatedScalar {
  readonly type: 'scalar';
  /** What it says, without quotation marks and escapes. */
  readonly text: string;
  /** Whether it says something by itself: a text or a number, not `true`, `false` or `null`. */
  readonly isTelling: boolean;
  /** The characters of the whole text that it takes. */
  readonly start: number;
  readonly end: number;
  /** What stands in its place before and after another plain text. */
  readonly around: readonly [string, string];
}

/** Members in the order of the text; a name may be there twice. */
export interface LocatedMap {
  readonly type: 'map';
  readonly members: readonly { readonly name: string; readonly value: LocatedValue }[];
}

/** Values in order. */
export interface LocatedList {
  readonly type: 'list';
  readonly values: readonly LocatedValue[];
}

/** The last member of this name; undefined where there is none, or no map. */
export function memberOf(value: LocatedValue | undefined, name: string): LocatedValue | undefined {
  return value?.type === 'map' ? value.members.findLast((one) => one.name === name)?.value : undefined;
}

/** The text of a scalar; empty for anything else. */
export function scalarText(value: LocatedValue | undefined): string {
  return value?.type === 'scalar' ? value.text : '';
}
