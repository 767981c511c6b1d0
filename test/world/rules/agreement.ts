import { boundaryObjects } from '../../../policies/engine/examples/boundary-objects';
import { objectOfKind, statedExamples } from '../../../policies/engine/examples/example-object';
import type { NamedRule } from '../../../policies/engine/cel/emit-policies';
import { frameOf } from '../../../policies/engine/language/frame';
import { RuleJudge } from '../../../policies/engine/language/rule-judge';
import type { JsonObject } from '../../../resources/resource';
import type { StrictValidator } from '../../../sandbox/schemas/strict-validator';
import { markdownPage, markdownTable } from '../../../scripts/reference/markdown';
import type { AdmissionServer } from './admission-server';
import type { AskedAssembly } from './ask-assembly';

/** How one rule fared: objects on its edges, and what a real API server said of those that can exist. */
export interface Agreement {
  readonly rule: string;
  /** Objects on its edges, of the first kind of each of its shapes; thinned out of all shapes but the first. */
  readonly objects: number;
  /** Of these, those that the official schemas know to be none. */
  readonly illegal: number;
  /** Those that the server refused before it asked a policy, since they hold what no schema forbids. */
  readonly invalid: number;
  readonly admitted: number;
  readonly refused: number;
  /** Objects on which the server and our own evaluator differ. */
  readonly differing: readonly string[];
}

/** The same with what the server said of the sandbox's assembly. */
export interface CountedAgreement extends Agreement {
  readonly assembly: AskedAssembly;
}

/** Asks a server about every object on the edges of a rule that can exist, and our own evaluator about the same. */
export async function compareWith(
  server: AdmissionServer,
  { id, rule: { tree } }: NamedRule,
  validator: StrictValidator,
): Promise<Agreement> {
  const judge = new RuleJudge(tree);
  const edges = boundaryObjects(tree);
  const examples = new Set(statedExamples(tree).map((one) => JSON.stringify(one)));
  const all = tree.on.shapes.flatMap(({ root = [], kinds: [kind] }, shape) =>
    edges
      .filter((edge, index) => shape === 0 || index % THINNING === 0 || examples.has(JSON.stringify(edge)))
      .map(({ value, namespace }) => ({ kind, root, value, namespace, body: objectOfKind(value, root, kind) })),
  );
  const legal = all.filter(({ body }) => validator.validate(sent(body)).kind !== 'illegal');
  const judged = await Promise.all(
    legal.map(async ({ kind, root, value, namespace, body }) => {
      const said = await server.judge(id, kind, { body, namespace });
      const ours = judge.judge(frameOf(value, namespace), root);
      return { said, ours, body };
    }),
  );
  const count = (kind: 'admitted' | 'refused' | 'invalid'): number =>
    judged.filter(({ said }) => said.kind === kind).length;
  const differing = judged.filter(
    ({ said, ours }) => said.kind !== 'invalid' && (said.kind === 'admitted') !== (ours.verdict === 'pass'),
  );
  return {
    rule: id,
    objects: all.length,
    illegal: all.length - legal.length,
    invalid: count('invalid'),
    admitted: count('admitted'),
    refused: count('refused'),
    differing: differing.map((one) => JSON.stringify(one)),
  };
}

/** Of further shapes, which differ in the way to what is judged alone, the examples and each so many of the edges. */
const THINNING = 8;

/** Objects go to a namespace of their own; the schemas ask for none. */
function sent(body: JsonObject): JsonObject {
  return { ...body, metadata: { ...(body['metadata'] as JsonObject), namespace: 'example' } };
}

/** The page of all counts, and of which server gave them. */
export function agreementPage(agreements: readonly CountedAgreement[], release: string): string {
  const sorted = agreements.toSorted((a, b) => (a.rule < b.rule ? -1 : 1));
  const sum = (key: (typeof KEYS)[number]): string => String(sorted.reduce((all, one) => all + one[key], 0));
  const differingOf = (one: CountedAgreement): number => one.differing.length + one.assembly.differing.length;
  const differing = sorted.reduce((all, one) => all + differingOf(one), 0);
  const assembly = (key: 'objects' | 'asked'): string =>
    String(sorted.reduce((all, one) => all + one.assembly[key], 0));
  const rows = sorted.map((one) => [
    `\`${one.rule}\``,
    ...KEYS.map((key) => String(one[key])),
    String(one.assembly.objects),
    String(one.assembly.asked),
    String(differingOf(one)),
  ]);
  return markdownPage(
    'Agreement with a real API server',
    [
      `What kube-apiserver ${release} says of objects on the edges of each rule, against our own evaluator. The server judges by the policies that the product writes, one rule at a time. An object that the official schemas, or the server’s own validation, refuse can’t exist, so no policy is asked. All edges are looked at in the first shape of a rule (such as a pod), the examples and each eighth edge in the others (such as a template of pods), whose expressions differ in the way to the same fields alone. Then every object of the sandbox’s assembly that the rule applies to; of those of which the rule reads the same, one is sent. \`npm run agree\` writes this page; a test on a real server fails when it no longer holds. Two engines of CEL judge the same objects, all of them, in the unit tests.`,
      markdownTable(
        ['Rule', ...KEYS, 'of the assembly', 'judged of it', 'disagreements'],
        [['all', ...KEYS.map(sum), assembly('objects'), assembly('asked'), String(differing)], ...rows],
      ),
    ],
    'npm run agree',
  );
}

const KEYS = ['objects', 'illegal', 'invalid', 'admitted', 'refused'] as const;
