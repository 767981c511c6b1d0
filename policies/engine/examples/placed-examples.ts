import { kubernetesNamespaces, labels } from '../../../model/naming';
import { objectAt } from '../../../resources/json-path';
import type { JsonObject } from '../../../resources/resource';
import { frameOf } from '../language/frame';
import { RuleJudge } from '../language/rule-judge';
import type { RuleTree } from '../language/rule-tree';
import { exampleValue, objectOfKind } from './example-object';

/** A namespace that stands in a cluster. */
export interface StandingNamespace {
  readonly name: string;
  readonly labels: JsonObject;
}

/** An object that breaks a rule where it would stand. */
export interface PlacedExample {
  /** What the example is called. */
  readonly name: string;
  readonly object: JsonObject;
  /** @default - cluster-scoped */
  readonly namespace?: string | undefined;
}

/**
 * The failing examples of a rule as whole objects of the first kind of its first shape, and one of them of each other
 * shape, whose policies differ in the way to the same fields alone; each in the first namespace in which the rule fails
 * it. Those that no namespace of the cluster makes fail are left out.
 */
export function placedExamples(tree: RuleTree, namespaces: readonly StandingNamespace[]): readonly PlacedExample[] {
  const judge = new RuleJudge(tree);
  const places = tree.on.namespaced ? namespaces.filter((one) => isInScope(tree, one)) : [undefined];
  const examples = Object.entries(tree.examples.fails);
  return tree.on.shapes.flatMap(({ root = [], kinds: [kind] }, shape) => {
    const placed = examples.flatMap(([name, example]): readonly PlacedExample[] => {
      const value = exampleValue(tree.on, example);
      const place = places.findIndex((one) => judge.judge(frameOf(value, one?.labels), root).verdict === 'fail');
      if (place === -1) return [];
      const object = objectOfKind(value, root, kind);
      const namespace = places[place]?.name;
      const metadata = { ...objectAt(object, 'metadata'), ...(namespace === undefined ? {} : { namespace }) };
      return [{ name, object: { ...object, metadata }, namespace }];
    });
    return shape === 0 ? placed : placed.slice(0, 1);
  });
}

/** What nobody says is the platform's counts as a tenant's, as at admission. */
function isInScope({ scope }: RuleTree, { name, labels: own }: StandingNamespace): boolean {
  if (kubernetesNamespaces.includes(name)) return false;
  return scope === 'everywhere' || Object.hasOwn(own, labels.service) === (scope === 'platform');
}
