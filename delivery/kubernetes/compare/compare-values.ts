import { isObject } from '../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../resources/resource';
import type { FieldDifference } from './field-difference';
import type { FieldPath, PathStep } from './field-path';
import { anyHolders, holdersBelow, keyNamesOf, listTypeOf, ownersOf, type Holder } from './holders';
import { matchElements } from './match-elements';
import { isSameValue } from './same-value';

/** A place in both objects. */
export interface Place {
  readonly path: FieldPath;
  readonly holders: readonly Holder[];
  /** Whether we apply the object; else we update it, and then own whatever the server filled in as we did. */
  readonly isApplied: boolean;
  readonly found: Findings;
}

/** Collects what is found on the way. */
export interface Findings {
  readonly differences: FieldDifference[];
  /** Whether a value that is ours as a whole holds more than is wanted: defaults, or remnants of an earlier apply. */
  isFilled: boolean;
}

/** Compares the wanted and the live value at one place. */
export function compareValues(want: JsonValue, got: JsonValue | undefined, place: Place): void {
  if (want === null) return;
  if (got === undefined) {
    if (!isDropped(want, place)) report('absent', place, { want });
  } else if (isContainer(want) && isContainer(got) && isTakenWhole(place)) compareTaken(want, got, place);
  else if (isObject(want) && isObject(got)) compareMaps(want, got, place);
  else if (Array.isArray(want) && Array.isArray(got)) compareLists(want, got, place);
  else if (isSameValue(want, got, place.path)) reportTaken(want, place);
  else report('changed', place, { want, got });
}

function compareMaps(want: JsonObject, got: JsonObject, place: Place): void {
  for (const [field, value] of Object.entries(want)) {
    compareValues(value, Object.hasOwn(got, field) ? got[field] : undefined, stepDown(place, { field }));
  }
  for (const [field, value] of Object.entries(got)) {
    if (!Object.hasOwn(want, field)) reportUnwanted(value, stepDown(place, { field }));
  }
}

function compareLists(want: readonly JsonValue[], got: readonly JsonValue[], place: Place): void {
  const type = listTypeOf(place.holders);
  if (type === 'atomic' && want.length !== got.length) return report('changed', place, { want, got });
  const { pairs, extras, isInOrder } = matchElements(want, got, { type, keyNames: keyNamesOf(place.holders) });
  if (!isInOrder) report('changed', place, { want, got });
  for (const pair of pairs) compareValues(pair.want, pair.got, stepDown(place, pair.step));
  for (const extra of extras) reportUnwanted(extra.got, stepDown(place, extra.step));
}

/** Compares a map or list that is one value and that another took from us: whatever differs in it is the other's. */
function compareTaken(want: JsonValue, got: JsonValue, place: Place): void {
  const found: Findings = { differences: [], isFilled: false };
  const within: Place = { ...place, holders: [], found };
  if (isObject(want) && isObject(got)) compareMaps(want, got, within);
  else if (Array.isArray(want) && Array.isArray(got)) compareLists(want, got, within);
  else report('changed', within, { want, got });
  if (found.differences.length === 0) return report('taken', place, { want, got });
  const owners = anyHolders(place.holders, 'others');
  for (const one of found.differences) place.found.differences.push({ ...one, owners });
  return undefined;
}

/** A value that is as wanted, but that others own and we don't. */
function reportTaken(want: JsonValue, place: Place): void {
  const isTaken = ownersOf(place.holders, 'ours').length === 0 && ownersOf(place.holders, 'others').length > 0;
  if (isTaken) report('taken', place, { want, got: want });
}

/**
 * What stands in the live object and isn't wanted. Defaults are owned by nobody. Inside of what is ours as a whole nothing
 * can be another's.
 */
function reportUnwanted(got: JsonValue, place: Place): void {
  if (mayBeFilledIn(place)) place.found.isFilled = true;
  else if (anyHolders(place.holders, 'others').length > 0) report('added', place, { got });
  else if (anyHolders(place.holders, 'ours').length > 0) report('left', place, { got });
}

/** Inside of what we applied as a whole, and in all that we updated, defaults count as ours. */
function mayBeFilledIn({ holders }: Place): boolean {
  const [ours, others] = [holders.filter(({ isOurs }) => isOurs), holders.filter(({ isOurs }) => !isOurs)];
  if (ours.some(({ holding }) => holding === 'whole')) return true;
  return others.length === 0 && ours.length > 0 && ours.every(({ writer }) => writer.operation === 'Update');
}

function report(
  divergence: FieldDifference['divergence'],
  { path, holders, found }: Place,
  values: Pick<FieldDifference, 'want' | 'got'>,
): void {
  found.differences.push({ path, divergence, ...values, owners: anyHolders(holders, 'others') });
}

function stepDown(place: Place, step: PathStep): Place {
  return { ...place, path: [...place.path, step], holders: holdersBelow(place.holders, step) };
}

/** Whether a map or list is owned as one value, by others and not by us. */
function isTakenWhole({ holders }: Place): boolean {
  const isWhole = holders.every(({ holding }) => holding === 'whole' || Object.keys(holding).length === 0);
  return holders.length > 0 && isWhole && holders.every(({ isOurs }) => !isOurs);
}

function isContainer(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null;
}

/**
 * Whether the server left a value out because it is the zero value of its type: it is not there, and yet ours. Anything
 * else that is not there was taken away, and with it our ownership. Who updates never owns what isn't there; then only an
 * empty list counts as left out.
 */
function isDropped(want: JsonValue, { holders, isApplied }: Place): boolean {
  const isEmpty = typeof want === 'object' && want !== null && Object.keys(want).length === 0;
  if (!isApplied) return isEmpty && Array.isArray(want);
  const isZero = isEmpty || want === false || want === 0 || want === '';
  return isZero && ownersOf(holders, 'ours').length > 0;
}
