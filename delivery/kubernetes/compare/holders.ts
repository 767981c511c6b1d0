import type { JsonValue } from '../../../resources/resource';
import type { PathStep } from './field-path';
import { below, holdsItself, managerOf, type FieldManager, type Holding, type ManagedFields } from './managed-fields';

/** A writer and what it has at the place that is looked at. */
export interface Holder {
  readonly writer: ManagedFields;
  readonly isOurs: boolean;
  readonly holding: Holding;
}

/** How a list is merged: by keys of its elements, as a set, or as one value. */
export type ListType = 'keyed' | 'set' | 'atomic';

/** The holders at the root of an object. */
export function rootHolders(managed: readonly ManagedFields[], ours: ReadonlySet<string>): readonly Holder[] {
  return managed
    .filter(({ subresource }) => subresource !== 'status')
    .map((writer) => ({
      writer,
      isOurs: ours.has(writer.manager) && writer.subresource === '',
      holding: writer.fields,
    }));
}

/** The holders one step further down; who has nothing there drops out. */
export function holdersBelow(holders: readonly Holder[], step: PathStep): readonly Holder[] {
  /* A leaf is a whole atomic value, unless somebody else has parts of it: then it was an empty map. */
  const isGranular = holders.some(({ holding }) => typeof holding !== 'string' && hasChildren(holding));
  return holders.flatMap((holder) => {
    const { holding } = holder;
    if (isGranular && typeof holding !== 'string' && !hasChildren(holding)) return [];
    const next = stepInto(holding, step);
    return next === 'none' ? [] : [{ ...holder, holding: next }];
  });
}

/** The managers that have the value at this place itself, ours or not ours. */
export function ownersOf(holders: readonly Holder[], whose: 'ours' | 'others'): readonly FieldManager[] {
  return holders
    .filter(({ isOurs, holding }) => isOurs === (whose === 'ours') && holdsItself(holding))
    .map(({ writer }) => managerOf(writer));
}

/** The managers that have anything at or below this place. */
export function anyHolders(holders: readonly Holder[], whose: 'ours' | 'others'): readonly FieldManager[] {
  return holders.filter(({ isOurs }) => isOurs === (whose === 'ours')).map(({ writer }) => managerOf(writer));
}

/** How the list at this place is merged, as its owners' fields show it; a list that nobody has parts of is one value. */
export function listTypeOf(holders: readonly Holder[]): ListType {
  for (const { holding } of holders) {
    if (typeof holding === 'string') continue;
    for (const key in holding) {
      if (key.startsWith('k:')) return 'keyed';
      if (key.startsWith('v:')) return 'set';
    }
  }
  return 'atomic';
}

/** The names of the keys that tell the elements of a keyed list apart. */
export function keyNamesOf(holders: readonly Holder[]): readonly string[] {
  for (const { holding } of holders) {
    if (typeof holding === 'string') continue;
    for (const key in holding) if (key.startsWith('k:')) return Object.keys(parseStep(key) ?? {}).toSorted();
  }
  return [];
}

function stepInto(holding: Holding, step: PathStep): Holding {
  if ('field' in step) return below(holding, `f:${step.field}`);
  if ('index' in step) return below(holding, `i:${step.index}`);
  if (typeof holding === 'string' || !hasChildren(holding)) return below(holding, '');
  const key = Object.keys(holding).find((one) => isStep(one, step));
  return key === undefined ? 'none' : below(holding, key);
}

/** `k:{"name":"app"}` or `v:"finalizer"`, whatever the order and spelling of its JSON. */
function isStep(written: string, step: PathStep): boolean {
  if (!written.startsWith('keys' in step ? 'k:' : 'v:')) return false;
  const parsed = parseStep(written);
  if ('value' in step) return parsed === step.value;
  if (!('keys' in step) || typeof parsed !== 'object' || parsed === null) return false;
  const entries = Object.entries(parsed);
  return entries.length === Object.keys(step.keys).length && entries.every(([name, one]) => step.keys[name] === one);
}

function parseStep(written: string): JsonValue | undefined {
  try {
    return JSON.parse(written.slice(2)) as JsonValue;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function hasChildren(holding: object): boolean {
  for (const _ in holding) return true;
  return false;
}
