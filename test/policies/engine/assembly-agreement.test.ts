import { emitPolicies } from '../../../policies/engine/cel/emit-policies';
import { AssemblyView } from '../../../resources/view/assembly-view';
import type { Resource } from '../../../resources/resource';
import { readAssembly } from '../../../resources/read/read-assembly';
import { namedRules } from '../../../scripts/rules/rule-pack-text';
import { bufbuild } from '../../support/cel/bufbuild';
import { verdictOf } from '../../support/cel/evaluator';
import { marcbachmann } from '../../support/cel/marcbachmann';
import { writtenAssembly } from '../../support/written/written-assembly';

const engines = [bufbuild, marcbachmann];

/** Objects of one rule that are asked about; what the platform writes for each tenant is alike. */
const SUBJECTS_MAX = 60;

function namespaceOf({ resources }: AssemblyView, { cluster = '', namespace }: Resource): unknown {
  return namespace === undefined ? undefined : resources.tryFind(`${cluster}/Namespace/-/${namespace}`)?.body;
}

describe('the sandbox’s assembly, by two engines of CEL', () => {
  let view: AssemblyView;
  beforeAll(async () => {
    const read = readAssembly((await writtenAssembly('sandbox')).folder);
    if (!read.ok) throw new Error('the assembly cannot be read');
    view = new AssemblyView(read.value);
  });

  it('is as required by every rule, as our own evaluator says', () => {
    let asked = 0;
    const wrong = namedRules.flatMap((named) => {
      const subjects = [...named.rule.subjects({ view, today: '' })];
      const some = subjects.filter((_, index) => index % Math.ceil(subjects.length / SUBJECTS_MAX) === 0);
      const programs = new Map(
        emitPolicies([named]).flatMap(({ shape, validations }) =>
          shape.kinds.map(({ kind }) => [kind, engines.map((one) => one.prepare(validations[0]?.expression ?? ''))]),
        ),
      );
      return some.flatMap(({ id, of }) => {
        const namespaceObject = namespaceOf(view, of);
        const said = (programs.get(of.kind) ?? []).map((run) => verdictOf(run({ object: of.body, namespaceObject })));
        asked += said.length;
        return said.length === 2 && said.every((verdict) => verdict === 'true')
          ? []
          : [`${named.id} ${id}: ${said.join()}`];
      });
    });
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(2_000);
  });
});
