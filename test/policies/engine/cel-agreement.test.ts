import { emitPolicies } from '../../../policies/engine/cel/emit-policies';
import { boundaryObjects } from '../../../policies/engine/examples/boundary-objects';
import { EXAMPLE_NAMESPACE, objectOfKind } from '../../../policies/engine/examples/example-object';
import { frameOf } from '../../../policies/engine/language/frame';
import { RuleJudge } from '../../../policies/engine/language/rule-judge';
import { namedRules as rules } from '../../../scripts/rule-pack-text';
import { bufbuild } from '../../support/cel/bufbuild';
import { marcbachmann } from '../../support/cel/marcbachmann';

const policies = emitPolicies(rules);

describe('what API servers are given', () => {
  it.each(rules)('says the same of $id as our own evaluator, by two engines of CEL', ({ id, rule }) => {
    const judge = new RuleJudge(rule.tree);
    const objects = boundaryObjects(rule.tree);
    const disagreements = policies.flatMap(({ shape, validations }) =>
      validations
        .filter((one) => one.rule === id)
        .flatMap(({ expression }) => {
          const programs = [bufbuild, marcbachmann].map((engine) => ({
            engine: engine.name,
            run: engine.prepare(expression),
          }));
          return objects.flatMap(({ value, namespace }) => {
            const ours = judge.judge(frameOf(value, namespace), []).verdict === 'pass';
            const object = objectOfKind(value, shape.root ?? [], shape.kinds[0]);
            const namespaceObject = { metadata: { name: EXAMPLE_NAMESPACE, labels: namespace ?? {} } };
            return programs
              .map(({ engine, run }) => ({ engine, said: run({ object, namespaceObject }) }))
              .filter(({ said }) => (said === 'true') !== ours)
              .map((one) => ({ ...one, ours, value: JSON.stringify(value), expression }));
          });
        }),
    );
    expect(disagreements).toEqual([]);
    expect(objects.length).toBeGreaterThan(3);
  });
});
