import { isObject, textMapAt, valueAt } from '../../json-path';
import type { KnownLabels } from '../../label-selector';
import type { JsonValue } from '../../resource';
import { isLabelKey, isLabelValue } from '../policy/label-syntax';
import type { Troubles } from '../policy/troubles';

/** Reads the labels of an object, or of a template of pods; of what a server refuses nobody can tell what it will be. */
export function readLabels(metadata: JsonValue | undefined, where: string, troubles: Troubles): KnownLabels {
  if (metadata !== undefined && metadata !== null && !isObject(metadata)) {
    troubles.add(where, metadata, 'metadata of the object');
    return { labels: new Map(), isPartlyKnown: true };
  }
  const written = valueAt(metadata, 'labels') ?? {};
  if (!isObject(written)) {
    troubles.add(`${where}.labels`, written, 'labels with texts');
    return { labels: new Map(), isPartlyKnown: true };
  }
  const read = textMapAt({ labels: written }, 'labels');
  const labels = new Map([...read].filter(([key, value]) => isLabelKey(key) && isLabelValue(value)));
  const wrong = Object.keys(written).filter((key) => !labels.has(key));
  for (const key of wrong.toSorted()) troubles.add(`${where}.labels`, { [key]: written[key] }, 'labels with texts');
  return { labels, isPartlyKnown: wrong.length > 0 };
}

/** What can be told of a thing that is one of several: labels that all of them have alike. */
export function labelsOfOneOf(things: readonly KnownLabels[]): KnownLabels {
  const [first = { labels: new Map<string, string>(), isPartlyKnown: false }] = things;
  const isAlike = ([key, value]: readonly [string, string]): boolean =>
    things.every(({ labels }) => labels.get(key) === value);
  const labels = new Map([...first.labels].filter(isAlike));
  const isPartlyKnown = things.some((one) => one.isPartlyKnown || one.labels.size > labels.size);
  return { labels, isPartlyKnown };
}
