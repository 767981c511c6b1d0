import { definePolicy, fail, pass } from '../../../policies/define-policy';
import { evaluate } from '../../../policies/evaluate';
import { locateFindings } from '../../../policies/locate-findings';
import { resourceSubjects } from '../../../policies/subjects';
import { foreignResource } from '../../../resources/read/read-manifests';
import type { Resource, Steps } from '../../../resources/resource';
import { TODAY } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { ruleSetOf } from '../../support/rule-set-of';

const text = { vi: 'v', en: 'e' };

function resource(name: string, file: string, engine: 'kubernetes' | 'terraform' = 'kubernetes'): Resource {
  const names = { apiVersion: 'v1', kind: 'A', name, address: `a.${name}`, body: {}, known: true };
  return foreignResource(names, file, engine);
}

/** Two rules, both of which pass what is called good. */
function judge(resources: readonly Resource[]) {
  const policy = definePolicy({
    title: text,
    force: 'block',
    controls: ['d331-30.8'],
    why: text,
    fix: text,
    subjects: () => resourceSubjects(resources),
    check: ({ of }) => (of.name === 'good' ? pass : { ...fail('a[x]', 'g', 'w'), steps: ['a', 0] }),
  });
  const named = ['a/one', 'a/two'].map((id) => ({ id, policy }));
  return evaluate(ruleSetOf(named), { view: viewOf(), today: TODAY }, []);
}

describe('locateFindings()', () => {
  it('asks for one file after the other, though rules come between, and for none without findings', () => {
    const resources = [resource('x', 'a.yaml'), resource('y', 'b.yaml'), resource('good', 'c.yaml')];
    const asked: [string, Steps][] = [];
    const places = {
      tryFind: ({ artifact }: Resource, steps: Steps) => {
        asked.push([artifact.file, steps]);
        return { line: asked.length, column: 1 };
      },
    };
    const { results } = locateFindings(judge(resources), resources, places);
    expect(asked.map(([file]) => file)).toEqual(['a.yaml', 'a.yaml', 'b.yaml', 'b.yaml']);
    expect(asked[0]?.[1]).toEqual(['a', 0]);
    expect(results.map(({ fail: found }) => found.map(({ position }) => position?.line))).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it('gives the address of what Terraform knows, and of nothing else', () => {
    const resources = [resource('x', 'plan.json', 'terraform'), resource('y', 'b.yaml')];
    const [result] = locateFindings(judge(resources), resources).results;
    expect(result?.fail.map(({ address, position }) => [address, position])).toEqual([
      ['a.x', undefined],
      [undefined, undefined],
    ]);
  });
});
