import { boundaryObjects } from '../../../policies/engine/examples/boundary-objects';
import { objectOfKind } from '../../../policies/engine/examples/example-object';
import type { NamedRule } from '../../../policies/engine/cel/emit-policies';
import { apiVersionOf } from '../../../policies/engine/language/target';
import { definedKinds, type CustomResourceDefinition } from '../../../sandbox/schemas/definitions';
import { frameOf } from '../../../policies/engine/language/frame';
import { RuleJudge } from '../../../policies/engine/language/rule-judge';
import { namedRules as rules } from '../../../scripts/rule-pack-text';
import { expectStarted } from '../../support/sandbox/expect-started';
import { describeWithSandbox } from '../../support/sandbox/real-sandbox';
import { AdmissionServer } from './admission-server';

const CLUSTER = 'ndc-3-shared-0';
/**
 * Maps of quantities: their schema is a choice of two types, which the server serves and judges, but its check of
 * expressions leaves out.
 */
const UNCHECKED = /undefined field '(?:default|hard|limits|requests|sizeLimit)'/;
jest.setTimeout(900_000);

describeWithSandbox('the rules in a real API server', (sandbox) => {
  let server: AdmissionServer;

  beforeAll(async () => {
    const spec = sandbox().spec('rules', CLUSTER);
    const clusters = spec.clusters.map((one) => ({ ...one, definitions: definitionsOf(rules, sandbox().definitions) }));
    const { kubeconfig } = expectStarted(await sandbox().start({ ...spec, clusters }));
    server = new AdmissionServer(kubeconfig, `${CLUSTER}-break-glass`);
    await server.install(rules);
  });
  afterAll(() => server.close());

  it('are of types that the server finds nothing wrong with', async () => {
    const warnings = (await server.typeWarnings()).flatMap((one) => one.split('ERROR:').slice(1));
    expect(warnings.filter((one) => !UNCHECKED.test(one))).toEqual([]);
  });

  it.each(rules)('$id says the same there as here, of every object on its edges', async ({ id, rule }) => {
    const judge = new RuleJudge(rule.tree);
    const objects = boundaryObjects(rule.tree);
    const judged = await Promise.all(
      rule.tree.on.shapes.flatMap(({ root = [], kinds }) =>
        objects.map(async ({ value, namespace }) => {
          const body = objectOfKind(value, root, kinds[0]);
          const said = await server.judge(id, kinds[0], { body, namespace });
          const ours = judge.judge(frameOf(value, namespace), root);
          return { said, ours, body };
        }),
      ),
    );
    const wrong = judged.filter(
      ({ said, ours }) => said.kind !== 'invalid' && (said.kind === 'admitted') !== (ours.verdict === 'pass'),
    );
    expect(wrong.map((one) => JSON.stringify(one))).toEqual([]);
    const seen = new Set(judged.map(({ said }) => said.kind));
    expect([seen.has('admitted'), seen.has('refused')]).toEqual([true, true]);
  });
});

/** Rules are about kinds too of which the assembly holds no object. */
function definitionsOf(
  of: readonly NamedRule[],
  definitions: readonly CustomResourceDefinition[],
): readonly CustomResourceDefinition[] {
  const kinds = new Set(
    of.flatMap(({ rule }) =>
      rule.tree.on.shapes.flatMap((shape) => shape.kinds.map((one) => `${apiVersionOf(one)}/${one.kind}`)),
    ),
  );
  return definitions.filter((one) => definedKinds(one).some((kind) => kinds.has(kind)));
}
