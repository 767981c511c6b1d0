import { isObject, listAt, objectAt, textAt, textMapAt, valueAt } from '../../json-path';
import { selects, type Selection } from '../../label-selector';
import type { JsonValue } from '../../resource';
import { isLabelKey, isLabelValue } from '../policy/label-syntax';
import type { Selector } from '../policy/policy';
import type { Troubles } from '../policy/troubles';

/** Labels of one thing. */
export type Labels = ReadonlyMap<string, string>;

/** Keys of labels of which nobody can tell whether a thing has them, and with which values; `every` where that holds of all. */
export type UntoldLabels = ReadonlySet<string> | 'every';

/** A thing with labels. */
export interface Labelled {
  /** Those that can be told. */
  readonly labels: Labels;
  /** @default - all its labels can be told */
  readonly untoldLabels?: UntoldLabels | undefined;
}

/** Whether a selector takes a thing; `unknown` where it asks for labels that nobody can tell. */
export function selectsLabelled(selector: Selector, { labels, untoldLabels }: Labelled): Selection {
  if (untoldLabels === undefined) return selects(selector, labels);
  const isUntold = (key: string): boolean => untoldLabels === 'every' || untoldLabels.has(key);
  const [exact, expressions] = [objectAt(selector, 'matchLabels') ?? {}, listAt(selector, 'matchExpressions')];
  const matchLabels = Object.fromEntries(Object.entries(exact).filter(([key]) => !isUntold(key)));
  const matchExpressions = expressions.filter((one) => !isUntold(textAt(one, 'key') ?? ''));
  const told = selects({ ...selector, matchLabels, matchExpressions }, labels);
  const isWhole =
    matchExpressions.length === expressions.length && Object.keys(matchLabels).length === Object.keys(exact).length;
  return isWhole || told === 'no' ? told : 'unknown';
}

/** Reads the labels of an object, or of a template of pods; what a server refuses nobody can tell. */
export function readLabels(metadata: JsonValue | undefined, where: string, troubles: Troubles): Labelled {
  const written = valueAt(metadata, 'labels') ?? {};
  const labels = textMapAt({ labels: written }, 'labels');
  if (metadata !== undefined && metadata !== null && !isObject(metadata)) {
    troubles.add(where, metadata, 'metadata of the object');
    return { labels, untoldLabels: 'every' };
  }
  if (!isObject(written)) {
    troubles.add(`${where}.labels`, written, 'labels with texts');
    return { labels, untoldLabels: 'every' };
  }
  const wrong = Object.keys(written).filter((key) => {
    const value = labels.get(key);
    return !isLabelKey(key) || value === undefined || !isLabelValue(value);
  });
  if (wrong.length === 0) return { labels };
  for (const key of wrong.toSorted()) troubles.add(`${where}.labels`, { [key]: written[key] }, 'labels with texts');
  const told = new Map([...labels].filter(([key]) => !wrong.includes(key)));
  return { labels: told, untoldLabels: new Set(wrong) };
}

/** What can be told of a thing that is one of several: labels that all of them have alike. */
export function labelsOfOneOf(things: readonly Labelled[]): Labelled {
  const [first = { labels: new Map<string, string>() }] = things;
  if (things.length <= 1) return first;
  if (things.some(({ untoldLabels }) => untoldLabels === 'every')) return { labels: new Map(), untoldLabels: 'every' };
  const keys = new Set(things.flatMap(({ labels, untoldLabels }) => [...labels.keys(), ...(untoldLabels ?? [])]));
  const isTold = (key: string): boolean => things.every((one) => one.labels.get(key) === first.labels.get(key));
  const isUntold = (key: string): boolean =>
    !isTold(key) ||
    things.some(({ untoldLabels = new Set<string>() }) => untoldLabels !== 'every' && untoldLabels.has(key));
  const untold = new Set([...keys].filter(isUntold));
  const labels = new Map([...first.labels].filter(([key]) => !untold.has(key)));
  return untold.size === 0 ? { labels } : { labels, untoldLabels: untold };
}
