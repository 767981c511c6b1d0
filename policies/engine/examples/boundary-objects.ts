import { isObject } from '../../../resources/json-path';
import type { RuleTree } from '../language/rule-tree';
import { claimsOf, nearValues, type Claim, type ClaimStep } from '../reads/claims';
import { statedExamples, type ExampleValue } from './example-object';
import { changeAt, type Change, type Spread } from './set-at';

/**
 * Objects on the edges of a rule: every example of it, and each with every place that the rule reads taken away, made
 * empty, given every value near the edge, and values of wrong types; in the first item of lists, and in one more.
 */
export function boundaryObjects(tree: RuleTree): readonly ExampleValue[] {
  const { when, require } = tree;
  const bases = statedExamples(tree);
  const claims = [...(when === undefined ? [] : claimsOf(when)), ...claimsOf(require)];
  const changed = bases.flatMap((base) => claims.flatMap((claim) => changesOf(claim).map((one) => applied(base, one))));
  return distinct([...bases, ...changed]);
}

interface PlacedChange {
  readonly of: Claim['of'];
  readonly path: readonly ClaimStep[];
  readonly change: Change;
  readonly spread: Spread;
}

function changesOf(claim: Claim): readonly PlacedChange[] {
  const { of, path, isKey } = claim;
  const removals = path.map((_, index): PlacedChange => ({
    of,
    path: path.slice(0, index + 1),
    change: () => undefined,
    spread: 'first',
  }));
  const spreads: readonly Spread[] = path.some((step) => 'any' in step) ? ['first', 'added'] : ['first'];
  const values = spreads.flatMap((spread) =>
    nearValues(claim).map((near) => ({ of, path, change: () => near, spread })),
  );
  return isKey ? [...removals, ...keyChanges(claim)] : [...removals, ...values];
}

/** The key of a map is changed by an entry under another key. */
function keyChanges(claim: Claim): readonly PlacedChange[] {
  const map = claim.path.slice(0, -1);
  return nearValues(claim)
    .filter((one) => typeof one === 'string')
    .map((key) => ({
      of: claim.of,
      path: map,
      spread: 'first',
      change: (found) => ({ ...(isObject(found) ? found : {}), [key]: 'value' }),
    }));
}

function applied(base: ExampleValue, { of, path, change, spread }: PlacedChange): ExampleValue {
  if (of === 'object') return { ...base, value: changeAt(base.value, path, { change, spread }) ?? {} };
  const labels = changeAt(base.namespace, path, { change, spread });
  return { ...base, namespace: isObject(labels) ? labels : {} };
}

function distinct(objects: readonly ExampleValue[]): readonly ExampleValue[] {
  return [...new Map(objects.map((one) => [JSON.stringify(one), one])).values()];
}
