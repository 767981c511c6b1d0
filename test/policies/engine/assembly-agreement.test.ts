import { emitPolicies, type NamedRule } from '../../../policies/engine/cel/emit-policies';
import { boundaryObjects } from '../../../policies/engine/examples/boundary-objects';
import type { Resource } from '../../../resources/resource';
import { readAssembly } from '../../../resources/read/read-assembly';
import { AssemblyView } from '../../../resources/view/assembly-view';
import { markdownPage, markdownTable } from '../../../scripts/reference/markdown';
import { namedRules } from '../../../scripts/rules/rule-pack-text';
import { bufbuild } from '../../support/cel/bufbuild';
import { verdictOf } from '../../support/cel/evaluator';
import { marcbachmann } from '../../support/cel/marcbachmann';
import { expectPage } from '../../support/expect-golden';
import { writtenAssembly } from '../../support/written/written-assembly';

const engines = [bufbuild, marcbachmann];

function namespaceOf({ resources }: AssemblyView, { cluster = '', namespace }: Resource): unknown {
  return namespace === undefined ? undefined : resources.tryFind(`${cluster}/Namespace/-/${namespace}`)?.body;
}

/** How many objects of the assembly a rule was asked about, and of which an engine says something else than we do. */
interface Asked {
  readonly rule: NamedRule;
  readonly objects: number;
  readonly differing: readonly string[];
}

function ask(rule: NamedRule, view: AssemblyView): Asked {
  const context = { view, today: '' };
  const subjects = [...rule.rule.subjects(context)];
  const programs = new Map(
    emitPolicies([rule]).flatMap(({ shape, validations }) =>
      shape.kinds.map(({ kind }) => [kind, engines.map((one) => one.prepare(validations[0]?.expression ?? ''))]),
    ),
  );
  const differing = subjects.flatMap((subject) => {
    const request = { object: subject.of.body, namespaceObject: namespaceOf(view, subject.of) };
    const said = (programs.get(subject.of.kind) ?? []).map((run) => verdictOf(run(request)) === 'true');
    const ours = rule.rule.check(subject, context).verdict === 'pass';
    return said.length === engines.length && said.every((one) => one === ours) ? [] : [`${rule.id} ${subject.id}`];
  });
  return { rule, objects: subjects.length, differing };
}

/** The page of what two engines of CEL were asked; of the edges, the tests of each rule demand that they agree. */
function enginesPage(asked: readonly Asked[]): string {
  const rows = asked.map(({ rule, objects, differing }) => {
    const edges = boundaryObjects(rule.rule.tree).length;
    return { edges, objects, differing: differing.length, id: rule.id };
  });
  const sum = (key: 'edges' | 'objects' | 'differing'): string => String(rows.reduce((all, one) => all + one[key], 0));
  return markdownPage(
    'Agreement with two engines of CEL',
    [
      'What two engines of CEL that share no code with the product (@bufbuild/cel and @marcbachmann/cel-js) say of the expressions that API servers get, against our own evaluator: on objects on the edges of each rule, in its first kind, and on every object of the sandbox’s assembly that the rule is about. `npm run agree` writes this page; a test fails when it no longer holds.',
      markdownTable(
        ['Rule', 'edges', 'objects of the assembly', 'disagreements'],
        [
          ['all', sum('edges'), sum('objects'), sum('differing')],
          ...rows.map((one) => [`\`${one.id}\``, String(one.edges), String(one.objects), String(one.differing)]),
        ],
      ),
    ],
    'npm run agree',
  );
}

describe('the sandbox’s assembly, by two engines of CEL', () => {
  let asked: readonly Asked[] = [];
  beforeAll(async () => {
    const read = readAssembly((await writtenAssembly('sandbox')).folder);
    if (!read.ok) throw new Error('the assembly cannot be read');
    const view = new AssemblyView(read.value);
    asked = namedRules.map((rule) => ask(rule, view));
  });

  it('is judged by them as by our own evaluator: every object, by every rule that is about it', () => {
    expect(asked.flatMap(({ differing }) => differing)).toEqual([]);
    expect(asked.filter(({ objects }) => objects > 0).length).toBeGreaterThan(100);
  });

  it('is counted rule by rule in docs/reference/agreement-of-engines.md', () => {
    expectPage('agreement-of-engines.md', enginesPage(asked));
  });
});
