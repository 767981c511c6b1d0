import { groupBy } from '../../../model/group-by';
import type { JsonObject, JsonValue } from '../../../resources/resource';
import { claimsOf, nearValues, type Claim, type ClaimStep } from '../reads/claims';
import { exampleNamespace, exampleValue } from '../examples/example-object';
import { changeAt } from '../examples/set-at';
import { compileCondition } from '../language/compile-condition';
import { frameOf } from '../language/frame';
import type { RuleTree } from '../language/rule-tree';
import { TRUE } from '../language/truth';

/** What became of a field that was broken. */
export type FieldFate =
  /** Some value there, or nothing there, makes the rule say so. */
  | { readonly kind: 'caught' }
  /** So it is once another field is changed in a way that the rule lets pass: until then, that field lets it pass alone. */
  | { readonly kind: 'caught-beside'; readonly other: string; readonly value: JsonValue | undefined }
  /** Not in this example, where the rule is met in another way, but in the named one. */
  | { readonly kind: 'caught-elsewhere'; readonly example: string }
  | { readonly kind: 'not-caught' };

/** A field that a rule reads in an example that passes. */
export interface BrokenField {
  readonly example: string;
  /** As a path: `spec.containers[].image`. */
  readonly field: string;
  readonly fate: FieldFate;
}

/**
 * Breaks every field that a rule requires something of, in every example that passes: it is taken away and given every
 * value near the edge. The rule must fail, or say that it can't tell, for at least one of them.
 */
export function breakFields(tree: RuleTree): readonly BrokenField[] {
  const { on, scope, require, examples } = tree;
  const rule = compileCondition(require);
  const claims = claimsOf(require).filter(({ of }) => of === 'object');
  const fields = [...groupBy(claims.filter(isField), ({ path }) => pathText(path))];
  const tried = Object.entries(examples.passes).flatMap(([name, example]) => {
    const namespace = exampleNamespace(scope, on, example);
    const passes = (value: JsonValue | undefined): boolean => rule.judge(frameOf(value ?? null, namespace)) === TRUE;
    const value = exampleValue(on, example);
    return fields
      .filter(([, asked]) => asked.some((claim) => brokenValues(value, claim).length > 0))
      .map(([field, broken]) => ({ example: name, field, fate: fateOf({ value, field, broken, claims, passes }) }));
  });
  return tried.map((one) => (one.fate.kind === 'not-caught' ? { ...one, fate: elsewhere(one, tried) } : one));
}

function elsewhere({ field, fate }: BrokenField, tried: readonly BrokenField[]): FieldFate {
  const found = tried.find((one) => one.field === field && one.fate.kind !== 'not-caught');
  return found === undefined ? fate : { kind: 'caught-elsewhere', example: found.example };
}

function isField({ role, isKey }: Claim): boolean {
  return role === 'value' && !isKey;
}

interface Breaking {
  readonly value: JsonValue;
  readonly field: string;
  /** What the rule asks of the field. */
  readonly broken: readonly Claim[];
  /** What it asks of any. */
  readonly claims: readonly Claim[];
  readonly passes: (value: JsonValue | undefined) => boolean;
}

function fateOf({ value, field, broken, claims, passes }: Breaking): FieldFate {
  const isCaught = (of: JsonValue): boolean =>
    broken.some((claim) => brokenValues(of, claim).some((one) => !passes(one)));
  if (isCaught(value)) return { kind: 'caught' };
  for (const other of claims.filter(({ path }) => pathText(path) !== field)) {
    const beside = changesOf(other).find((change) => {
      const changed = changeAt(value, other.path, { change: () => change, spread: 'first' }) ?? null;
      return passes(changed) && isCaught(changed);
    });
    if (beside !== undefined) return { kind: 'caught-beside', other: pathText(other.path), value: beside };
  }
  return { kind: 'not-caught' };
}

function changesOf(claim: Claim): readonly (JsonValue | undefined)[] {
  return [...nearValues(claim), undefined];
}

/**
 * The value with the field taken away, and with every value near the edge in its place; wherever the field stands. One
 * that must not be there is broken by writing it.
 */
function brokenValues(value: JsonValue, claim: Claim): readonly (JsonValue | undefined)[] {
  if (claim.reads === 'presence' && placesOf(value, claim.path).length === 0)
    return nearValues(claim).map((near) => changeAt(value, claim.path, { change: () => near, spread: 'first' }));
  return placesOf(value, claim.path).flatMap((place) => changesOf(claim).map((near) => replaceAt(value, place, near)));
}

/** Every place of a value that a claim speaks of. */
function placesOf(value: JsonValue | undefined, [step, ...rest]: readonly ClaimStep[]): readonly Place[] {
  if (value === undefined) return [];
  if (step === undefined) return [[]];
  const keys = 'key' in step ? [step.key] : Object.keys(isContainer(value) ? value : {});
  return keys.flatMap((key) => placesOf(memberOf(value, key), rest).map((place) => [key, ...place]));
}

/** Keys and positions on the way. */
type Place = readonly string[];

function isContainer(value: JsonValue): value is JsonObject | readonly JsonValue[] {
  return typeof value === 'object' && value !== null;
}

function memberOf(value: JsonValue, key: string): JsonValue | undefined {
  return isContainer(value) ? Object.entries<JsonValue>(value).find(([one]) => one === key)?.[1] : undefined;
}

function replaceAt(value: JsonValue, [key, ...rest]: Place, change: JsonValue | undefined): JsonValue {
  if (key === undefined) return change ?? null;
  const inner = memberOf(value, key) ?? null;
  const changed = rest.length === 0 ? change : replaceAt(inner, rest, change);
  const entries = Object.entries<JsonValue>(isContainer(value) ? value : {}).flatMap(
    ([one, member]): readonly (readonly [string, JsonValue])[] => {
      if (one !== key) return [[one, member]];
      return changed === undefined ? [] : [[one, changed]];
    },
  );
  return Array.isArray(value) ? entries.map(([, member]) => member) : Object.fromEntries(entries);
}

function pathText(path: readonly ClaimStep[]): string {
  return path
    .map((step) => ('key' in step ? `.${step.key}` : '[]'))
    .join('')
    .replace(/^\./, '');
}
