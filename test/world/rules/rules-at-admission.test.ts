import { valueOf } from '../../../model/problem';
import type { NamedRule } from '../../../policies/engine/cel/emit-policies';
import { apiVersionOf } from '../../../policies/engine/language/target';
import { readAssembly } from '../../../resources/read/read-assembly';
import { AssemblyView } from '../../../resources/view/assembly-view';
import { definedKinds, type CustomResourceDefinition } from '../../../sandbox/schemas/definitions';
import { namedRules as rules } from '../../../scripts/rules/rule-pack-text';
import type { StrictValidator } from '../../../sandbox/schemas/strict-validator';
import { expectPage } from '../../support/expect-golden';
import { expectStarted } from '../../support/sandbox/expect-started';
import { describeWithSandbox, type RealSandbox } from '../../support/sandbox/real-sandbox';
import { writtenAssembly } from '../../support/written/written-assembly';
import { describeWithSchemas } from '../../support/schemas/kubernetes-schema';
import { AdmissionServer } from './admission-server';
import { agreementPage, compareWith, type CountedAgreement } from './agreement';
import { askAssembly } from './ask-assembly';

const CLUSTER = 'ndc-3-shared-0';

const describeRules = (validator: StrictValidator) => (sandbox: () => RealSandbox) => {
  let server: AdmissionServer;
  const agreements: CountedAgreement[] = [];
  let view: AssemblyView;
  let release = '';

  beforeAll(async () => {
    view = new AssemblyView(valueOf(readAssembly((await writtenAssembly('sandbox')).folder)));
    const spec = sandbox().spec('rules', CLUSTER);
    const clusters = spec.clusters.map((one) => ({ ...one, definitions: definitionsOf(rules, sandbox().definitions) }));
    const { kubeconfig, clusters: started } = expectStarted(await sandbox().start({ ...spec, clusters }));
    release = started[0]?.version ?? '';
    server = new AdmissionServer(kubeconfig, `${CLUSTER}-break-glass`);
    await server.install(rules);
  });
  afterAll(() => server.close());

  it('are of types that the server finds nothing wrong with', async () => {
    expect(await server.typeWarnings()).toEqual([]);
  });

  it.each(rules)('$id says the same there as here, of every object on its edges and of the assembly', async (rule) => {
    const agreement = await compareWith(server, rule, validator);
    const assembly = await askAssembly(server, rule, view);
    agreements.push({ ...agreement, assembly });
    expect([...agreement.differing, ...assembly.differing]).toEqual([]);
    expect([agreement.admitted > 0, agreement.refused > 0]).toEqual([true, true]);
  });

  it('are all counted in docs/reference/agreement.md', () => {
    expect(agreements.map(({ rule }) => rule)).toEqual(rules.map(({ id }) => id));
    expectPage('agreement.md', agreementPage(agreements, release));
  });
};

describeWithSchemas('objects that can exist', (validator) =>
  describeWithSandbox('the rules in a real API server', describeRules(validator)),
);

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
