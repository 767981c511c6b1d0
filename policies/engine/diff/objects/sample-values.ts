import type { JsonValue } from '../../../../resources/resource';
import type { TreeRecord } from '../../bundle/rule-bundle';
import { boundaryObjects } from '../../examples/boundary-objects';
import { exampleNamespace, exampleValue, statedExamples, type ExampleValue } from '../../examples/example-object';
import { mergePatch } from '../../examples/merge-patch';
import type { RuleTree } from '../../language/rule-tree';

/** More than this many objects are not made for one rule. */
const VALUES_MAX = 6_000;

/**
 * Objects on which two statements of a rule may differ: its examples, any two of them laid over each other, and those on
 * every edge of either statement.
 */
export function sampleValues(trees: readonly TreeRecord[], examples: readonly RuleTree[]): readonly ExampleValue[] {
  const seeds = examples.length > 0 ? examples : trees.slice(0, 1).map(withoutExamples);
  const near = trees.flatMap(({ when, require }) =>
    seeds.flatMap((seed) => boundaryObjects({ ...seed, when, require })),
  );
  const found = [...seeds.flatMap(statedExamples), ...seeds.flatMap(mergedExamples), ...near];
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()].slice(0, VALUES_MAX);
}

/** Any two examples of a rule, one laid over the other. */
function mergedExamples({ on, scope, examples }: RuleTree): readonly ExampleValue[] {
  const all = [examples.passes, examples.fails, examples.ignores ?? {}].flatMap((one) => Object.values(one));
  return all.flatMap((below) =>
    all
      .filter((above) => above !== below)
      .map((above) => ({
        value: mergePatch(exampleValue(on, below), patchOf(above.object)) ?? {},
        namespace: exampleNamespace(scope, on, { namespace: { ...below.namespace, ...above.namespace } }),
      })),
  );
}

/** Examples are written as JSON, typed by the schema of their kind. */
function patchOf(object: unknown): JsonValue | undefined {
  return object as JsonValue | undefined;
}

/** A stated tree as a rule whose only example is an empty object. */
function withoutExamples({ on, scope, when, require }: TreeRecord): RuleTree {
  const examples = { passes: { 'an empty object': {} }, fails: {} };
  return { on: { ...on, healthy: {} }, scope, when, require, examples, equivalents: {} };
}
