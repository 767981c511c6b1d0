import { labels } from '../../../model/naming';
import { objectAt } from '../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../resources/resource';
import { mergePatch } from './merge-patch';
import type { Example, RuleScope, RuleTree } from '../language/rule-tree';
import { apiVersionOf, type Target, type TargetKind } from '../language/target';

/** What a rule is tried on, and the labels of the namespace that it stands in. */
export interface ExampleValue {
  /** What stands at the root of the rule's target. */
  readonly value: JsonValue;
  /** Undefined for what stands in no namespace. */
  readonly namespace: JsonObject | undefined;
}

/** The name of the namespace in which examples stand. */
export const EXAMPLE_NAMESPACE = 'example';

/** Every example of a rule, as it stands at the root of its target. */
export function statedExamples({ examples, on, scope }: RuleTree): readonly ExampleValue[] {
  const stated = [examples.passes, examples.fails, examples.ignores ?? {}].flatMap((one) => Object.values(one));
  return stated.map((one) => ({ value: exampleValue(on, one), namespace: exampleNamespace(scope, on, one) }));
}

/** What an example says stands at the root of its target. */
export function exampleValue<T>({ healthy }: Target<T>, example: Example<T>): JsonValue {
  // Types of targets are those of the schema, which is JSON.
  return mergePatch(healthy as unknown as JsonValue, example.object as unknown as JsonValue | undefined) ?? {};
}

/** What stands at the root of a shape as a whole object of one of its kinds. */
export function objectOfKind(value: JsonValue, root: readonly string[], kind: TargetKind): JsonObject {
  const lifted = root.toReversed().reduce<JsonValue>((inner, key) => ({ [key]: inner }), value);
  const whole = mergePatch(kind.frame, lifted);
  // Names of some kinds are made of what stands in the object; their frames say them.
  const metadata = { name: 'example', ...objectAt(whole, 'metadata') };
  return { apiVersion: apiVersionOf(kind), kind: kind.kind, ...objectAt(whole), metadata };
}

/** The labels of the namespace of an example: whose it is follows from the scope of the rule. */
export function exampleNamespace<T>(scope: RuleScope, target: Target<T>, example: Example<T>): JsonObject | undefined {
  if (!target.namespaced) return undefined;
  const owner = scope === 'platform' ? { [labels.service]: 'example' } : { [labels.tenant]: 'example' };
  return { 'kubernetes.io/metadata.name': EXAMPLE_NAMESPACE, ...owner, ...example.namespace };
}
