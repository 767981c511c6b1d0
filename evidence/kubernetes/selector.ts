import { refuse } from './refuse';
import type { Shaped } from './shape';

/** A selector of labels, as both APIs write it. */
export const SELECTOR = {
  matchLabels: { '*': 'string' },
  matchExpressions: [{ key: 'string', operator: 'string', values: ['string'] }],
} as const;

/** One thing that is wanted of a label. */
export interface Want {
  readonly key: string;
  /** The value must be one of these, or must not. */
  readonly isIn: boolean;
  readonly values: readonly string[];
  /** Whether that the label is missing is as wanted. */
  readonly mayLack: boolean;
}

/** What a selector wants; that a label exists is that its value is none of no values. */
export function wantsOf(
  { matchLabels = {}, matchExpressions = [] }: Shaped<typeof SELECTOR>,
  at: string,
): readonly Want[] {
  const listed = matchExpressions.map(({ key = '', operator = '', values = [] }, index): Want => {
    const isKnown = ['In', 'NotIn', 'Exists', 'DoesNotExist'].includes(operator);
    if (!isKnown || operator.endsWith('In') !== values.length > 0)
      refuse(`${at}.matchExpressions[${index}]`, 'is no expression');
    const mayLack = operator === 'NotIn' || operator === 'DoesNotExist';
    return { key, values, mayLack, isIn: mayLack !== operator.endsWith('In') };
  });
  const labels = Object.entries(matchLabels).map(([key, value]) => ({
    key,
    isIn: true,
    values: [value],
    mayLack: false,
  }));
  return [...labels, ...listed];
}

/** Labels of a namespace, or of the pods at both ends of a path: `from app` and `to app` are two. */
export type Labels = ReadonlyMap<string, string>;

/** Whether all that has these labels, and perhaps others unless these are all, is as wanted; undefined where some is. */
export function isWanted(wants: readonly Want[], labels: Labels, isWhole = false): boolean | undefined {
  const answers = wants.map(({ key, isIn, values, mayLack }) => {
    const value = labels.get(key);
    return value !== undefined ? values.includes(value) === isIn : isWhole ? mayLack : undefined;
  });
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

/** The labels that are wanted with one value each. */
export function wantedLabels(wants: readonly Want[]): Labels {
  const single = wants.filter(({ isIn, values }) => isIn && values.length === 1);
  return new Map(single.map(({ key, values: [value = ''] }) => [key, value]));
}

/** Finds the namespaces of a cluster by their labels; what was asked before is known. */
export function namespaceFinder(
  namespaces: ReadonlyMap<string, Labels>,
): (wants: readonly Want[]) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (wants) => {
    const key = JSON.stringify(wants);
    const isFound = ([, labels]: readonly [string, Labels]): boolean => isWanted(wants, labels, true) === true;
    const found = known.get(key) ?? new Set([...namespaces].filter(isFound).map(([name]) => name));
    known.set(key, found);
    return found;
  };
}
