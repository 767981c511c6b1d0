import { isObject } from '../../../resources/json-path';
import type { JsonValue } from '../../../resources/resource';
import { claimsOf, nearValues, type Claim, type ClaimStep } from '../reads/claims';
import { exampleNamespace, exampleValue } from '../examples/example-object';
import { changeAt } from '../examples/set-at';
import { compileCondition } from '../language/compile-condition';
import { frameOf } from '../language/frame';
import type { RuleTree } from '../language/rule-tree';
import { TRUE } from '../language/truth';

/** A field that a rule reads in an example that passes. */
export interface BrokenField {
  readonly example: string;
  /** As a path: `spec.containers[].image`. */
  readonly field: string;
  /** Whether some value there, or nothing there, makes the rule say so. */
  readonly isCaught: boolean;
}

/**
 * Breaks every field that a rule requires something of, in every example that passes: it is taken away and given every
 * value near the edge. A field is caught when the rule fails, or can't tell, for at least one of them.
 */
export function breakFields(tree: RuleTree): readonly BrokenField[] {
  const { on, scope, require, examples } = tree;
  const rule = compileCondition(require);
  const claims = claimsOf(require).filter(({ of, role, isKey }) => of === 'object' && role === 'value' && !isKey);
  const fields = new Map(
    claims.map((one) => [pathText(one.path), claims.filter((other) => pathText(other.path) === pathText(one.path))]),
  );
  return Object.entries(examples.passes).flatMap(([name, example]) => {
    const value = exampleValue(on, example);
    const namespace = exampleNamespace(scope, on, example);
    const isBroken = (broken: JsonValue | undefined): boolean =>
      rule.judge(frameOf(broken ?? null, namespace)) !== TRUE;
    return [...fields]
      .filter(([, [claim]]) => claim !== undefined && isThere(value, claim.path))
      .map(([field, same]) => ({
        example: name,
        field,
        isCaught: same.some((claim) => brokenValues(value, claim).some((one) => isBroken(one))),
      }));
  });
}

function brokenValues(value: JsonValue, claim: Claim): readonly (JsonValue | undefined)[] {
  const changes = [() => undefined, ...nearValues(claim).map((near) => () => near)];
  return changes.map((change) => changeAt(value, claim.path, { change, spread: 'first' }));
}

function isThere(value: JsonValue | undefined, [step, ...rest]: readonly ClaimStep[]): boolean {
  if (step === undefined) return value !== undefined;
  if ('key' in step) return isObject(value) && isThere(value[step.key], rest);
  const parts = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return parts.some((one: JsonValue) => isThere(one, rest));
}

function pathText(path: readonly ClaimStep[]): string {
  return path
    .map((step) => ('key' in step ? `.${step.key}` : '[]'))
    .join('')
    .replace(/^\./, '');
}
