import { emitPolicies } from '../../../policies/engine/cel/emit-policies';
import { boundaryObjects } from '../../../policies/engine/examples/boundary-objects';
import { EXAMPLE_NAMESPACE, objectOfKind, type ExampleValue } from '../../../policies/engine/examples/example-object';
import { frameOf } from '../../../policies/engine/language/frame';
import { RuleJudge } from '../../../policies/engine/language/rule-judge';
import type { RuleTree } from '../../../policies/engine/language/rule-tree';
import { readText } from '../../../policies/engine/reads/read-text';
import { readTreeOf } from '../../../policies/engine/reads/read-tree';
import { namedRules as rules } from '../../../scripts/rules/rule-pack-text';
import { bufbuild } from '../../support/cel/bufbuild';
import { verdictOf } from '../../support/cel/evaluator';
import { marcbachmann } from '../../support/cel/marcbachmann';

const engines = [bufbuild, marcbachmann];

/** The variables of a request that would make the object, of the first kind of the rule. */
function requestOf({ on }: RuleTree, { value, namespace }: ExampleValue): Readonly<Record<string, unknown>> {
  const [shape] = on.shapes;
  const object = objectOfKind(value, shape.root ?? [], shape.kinds[0]);
  return { object, namespaceObject: { metadata: { name: EXAMPLE_NAMESPACE, labels: namespace ?? {} } } };
}

describe.each(rules)('$id, as two engines of CEL have it', ({ id, rule: { tree }, rule }) => {
  const objects = boundaryObjects(tree);
  const [validation] = emitPolicies([{ id, rule }])
    .filter(({ shape }) => shape === tree.on.shapes[0])
    .flatMap(({ validations }) => validations);

  it('says of every object on its edges what our own evaluator says', () => {
    const judge = new RuleJudge(tree);
    const programs = engines.map((engine) => engine.prepare(validation?.expression ?? ''));
    const disagreements = objects.flatMap((one) => {
      const ours = judge.judge(frameOf(one.value, one.namespace), []).verdict === 'pass';
      const request = requestOf(tree, one);
      const said = programs.map((run) => verdictOf(run(request)));
      return said.every((verdict) => (verdict === 'true') === ours) ? [] : [{ ours, said, one: JSON.stringify(one) }];
    });
    expect(disagreements).toEqual([]);
    expect(objects.length).toBeGreaterThan(3);
  });

  it('tells of each example that fails the same text of all that it reads, so that a waiver is bound to it', () => {
    const reads = readTreeOf(tree);
    const programs = engines.map((engine) => engine.prepare(validation?.reads ?? ''));
    const failing = objects.filter(
      (one) => new RuleJudge(tree).judge(frameOf(one.value, one.namespace), []).verdict === 'fail',
    );
    const differences = failing.flatMap((one) => {
      const ours = readText(reads, frameOf(one.value, one.namespace));
      // A list or a map where one value belongs: no API server holds such an object.
      if (ours.includes('=;')) return [];
      const theirs = programs.map((run) => run(requestOf(tree, one)));
      return theirs.every((text) => text === ours) ? [] : [{ ours, theirs }];
    });
    expect(differences).toEqual([]);
    expect(failing.length).toBeGreaterThan(0);
  });
});
