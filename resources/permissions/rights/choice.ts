import { urlPrefix } from './access-request';

/**
 * Some values of a verb, group, resource, name or path. The most specific entry that fits a value decides: a value itself
 * before `*\/scale` before `*`, a longer path before a shorter. What nothing fits is not chosen.
 */
export interface Choice {
  readonly of: readonly string[];
  readonly except: readonly string[];
}

/** What entries of a rule are about; it decides which of them fit which values. */
export type Dimension = 'verb' | 'group' | 'resource' | 'name' | 'url';

/** Whether a value is among those chosen. */
export function chooses(dimension: Dimension, { of, except }: Choice, value: string): boolean {
  const nearest = (entries: readonly string[]): number =>
    entries.reduce(
      (best, entry) => (fits(dimension, entry, value) ? Math.max(best, closeness(entry, value)) : best),
      -1,
    );
  return nearest(of) > nearest(except);
}

/** Whether an entry of a rule takes everything that another one takes; a value is an entry that takes itself. */
export function fits(dimension: Dimension, entry: string, other: string): boolean {
  if (entry === other || entry === '*') return true;
  if (dimension === 'resource')
    return isEverySubresource(entry) && other.includes('/') && suffix(other) === suffix(entry);
  return dimension === 'url' && entry.endsWith('*') && other.startsWith(urlPrefix(entry));
}

/** The entry as it is compared: a path with one star at the end, and a name that could be taken for a pattern marked. */
export function normalEntry(dimension: Dimension, entry: string): string {
  if (dimension === 'url' && entry.endsWith('*')) return `${urlPrefix(entry)}*`;
  return dimension === 'name' && (entry === '*' || entry.startsWith('=')) ? `=${entry}` : entry;
}

function closeness(entry: string, value: string): number {
  if (entry === value) return Number.POSITIVE_INFINITY;
  return entry.length;
}

function isEverySubresource(entry: string): boolean {
  return entry.startsWith('*/') && entry.length > 2;
}

function suffix(resource: string): string {
  return resource.slice(resource.indexOf('/') + 1);
}

/** The choice of some entries of a vocabulary, without what a less specific entry says already; sorted. */
export function choiceOf(dimension: Dimension, vocabulary: readonly string[], chosen: ReadonlySet<string>): Choice {
  const isChosen = (entry: string): boolean => chosen.has(entry);
  const flips = vocabulary.filter((entry) => {
    const wider = nearestWider(dimension, vocabulary, entry);
    return isChosen(entry) !== (wider !== undefined && isChosen(wider));
  });
  return {
    of: flips.filter(isChosen).toSorted(),
    except: flips.filter((entry) => !isChosen(entry)).toSorted(),
  };
}

function nearestWider(dimension: Dimension, vocabulary: readonly string[], entry: string): string | undefined {
  let best: string | undefined;
  for (const other of vocabulary) {
    if (other === entry || !fits(dimension, other, entry)) continue;
    if (best === undefined || other.length > best.length) best = other;
  }
  return best;
}
