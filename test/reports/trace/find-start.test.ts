import fc from 'fast-check';
import { controls } from '../../../model/controls/control';
import { pass } from '../../../policies/define-policy';
import { findStart } from '../../../reports/trace/find-start';
import { idOf } from '../../support/view-of';
import { CONTROL, configMap, indexOf, ruleOn } from './trace-kit';

const FACTS = 'environments/test/systems/land-database.ts';
const factLines = [
  { file: FACTS, line: 4, path: ['systems/land-database'] },
  { file: FACTS, line: 6, path: ['systems/land-database', 'owner'] },
  { file: FACTS, line: 6, path: ['systems/land-database', 'owner', 'tenant'] },
  { file: 'environments/test/nation.ts', line: 3, path: ['nation'] },
];
const resources = [
  configMap('a'),
  configMap('b'),
  { body: configMap('a'), cluster: 'dc-south-shared-0', site: 'dc-south' },
];
const policies = { 'network/require-a': ruleOn('ConfigMap', [CONTROL], () => pass) };
const index = indexOf({ resources, policies, factLines });
const untold = indexOf({ resources, policies });

/** What a text is found to mean, in short; or the code of the problem, and what is offered. */
function meaningOf(text: string, where = index): string {
  const found = findStart(where, text);
  if (!found.ok) return found.problems.map(({ code, want }) => `${code}: ${want}`).join();
  const start = found.value;
  return `${start.kind === 'group' ? start.of : start.kind} ${start.id}`;
}

describe('findStart()', () => {
  test.each([
    ['a control by its id', 'd331-30.9', 'control d331-30.9'],
    ['a clause by the controls under it', 'd331-22.3', 'clause d331-22.3'],
    ['an article by its clauses', 'd331-22', 'clause d331-22'],
    ['an instrument', 'd331', 'instrument d331'],
    ['a rule', 'network/require-a', 'rule network/require-a'],
    ['a system', 'land-database', 'system land-database'],
    ['a system by its kind', 'system/land-database', 'system land-database'],
    ['a site', 'dc-north', 'site dc-north'],
    ['a cluster', 'dc-north-shared-0', 'cluster dc-north-shared-0'],
    ['an object by its id', idOf('ConfigMap', 'a', 'default'), `subject ${idOf('ConfigMap', 'a', 'default')}`],
    [
      'an object as kubectl is asked',
      'dc-north-shared-0/default/ConfigMap/b',
      `subject ${idOf('ConfigMap', 'b', 'default')}`,
    ],
    ['an object by the end of its id', 'default/b', `subject ${idOf('ConfigMap', 'b', 'default')}`],
    ['a thing that rules judge', 'assembly', 'subject assembly'],
    ['a fact file by its path', FACTS, `source ${FACTS}`],
    ['a fact file by the end of its path', 'land-database.ts:4', `source ${FACTS}:4`],
    ['a line with a column', `${FACTS}:6:12`, `source ${FACTS}:6`],
  ])('recognizes %s', (_, text, meaning) => {
    expect(meaningOf(text)).toBe(meaning);
  });

  it('takes a line inside a fact for the nearest fact around it that leads somewhere', () => {
    expect(findStart(index, `${FACTS}:6`)).toMatchObject({
      value: { places: [`${FACTS}:4`], fact: 'systems/land-database.owner' },
    });
  });

  it('finds a fact that leads nowhere, and says so by no place', () => {
    expect(findStart(index, 'nation.ts:3')).toMatchObject({ value: { places: [], fact: 'nation' } });
  });

  it('names both controls of a clause that two of them cite', () => {
    const citing = controls.filter(({ clause }) => clause.en.split('; ').includes('Art. 8.3')).map(({ id }) => id);
    expect(citing.length).toBeGreaterThan(0);
    expect(findStart(index, 'd331-8.3')).toMatchObject({ value: { controls: citing } });
  });

  test.each([
    [
      'a name that means several things',
      'ConfigMap/default/a',
      /^trace-ambiguous: one of dc-north-shared-0\/.+, dc-south-shared-0\//,
    ],
    ['a misspelt clause', 'd331-30.99', /^trace-unknown: did you mean d331-30.9\?/],
    ['a misspelt rule', 'network/require-aa', /^trace-unknown: did you mean network\/require-a\?/],
    ['a misspelt object', 'dc-north-shared-0/ConfigMap/default/c', /^trace-unknown: did you mean dc-north/],
    ['nothing', '', /^trace-unknown: a clause, /],
    ['a text of a million letters', 'x'.repeat(1_000_000), /^trace-unknown: a clause, /],
    ['a line without a fact', `${FACTS}:5`, /^trace-line-empty: did you mean .+:4\?/],
    ['a file that is no fact', 'nation-of-ours.ts:1', /^trace-file-unknown/],
    ['a digest of something else', `sha256:${'1'.repeat(64)}`, /^trace-digest-unknown/],
  ])('refuses %s', (_, text, problem) => {
    expect(meaningOf(text)).toMatch(problem);
  });

  it('refuses a line that the manifest doesn’t tell when nobody read the facts, and takes the file', () => {
    expect(meaningOf(`${FACTS}:6`, untold)).toMatch(/^trace-line-untold: the file alone/);
    expect(meaningOf(FACTS, untold)).toBe(`source ${FACTS}`);
  });

  it('is total: any text is found or refused, and every offer is one that is found', () => {
    const part = fc.constantFrom(
      'd331',
      '-30.8',
      '/',
      ':',
      'a',
      'sha256:',
      '.ts',
      ':6',
      '(',
      '*',
      'ConfigMap',
      '\u202e',
      '__proto__',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (one) => {
        const meaning = meaningOf(one);
        const offer = /did you mean (.+)\?$/.exec(meaning)?.[1];
        if (offer !== undefined) expect(meaningOf(offer)).not.toMatch(/^trace-unknown/);
        expect(meaning).toMatch(/^\S+ ./s);
      }),
    );
  });
});
