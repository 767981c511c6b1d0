import { pass } from '../../../policies/define-policy';
import { findGaps } from '../../../reports/trace/find-gaps';
import { gapsText } from '../../../reports/trace/text/gaps-text';
import { idOf } from '../../support/view-of';
import { CONTROL, configMap, indexOf, ruleOn, TODAY, type GivenTrace } from './trace-kit';

const policies = {
  'a/require-one': ruleOn('ConfigMap', [CONTROL], () => pass),
  'a/require-none': ruleOn('Secret', ['d331-30.9'], () => pass),
};
const secretless: GivenTrace = { policies, resources: [configMap('a')] };

describe('findGaps()', () => {
  it('lists every clause that no rule cites, with the state that says who must answer it', () => {
    const { clausesWithoutRule } = findGaps(indexOf(secretless));
    const states = new Map(clausesWithoutRule.map(({ id, state }) => [id as string, state]));
    expect([states.get(CONTROL), states.get('d331-30.9')]).toEqual([undefined, undefined]);
    expect(states.get('d331-30.6')).toBe('not-covered');
    expect(states.get('d331-35.4')).toBe('evidence');
  });

  it('lists rules that judged nothing with their reason, and rules whose clause nobody knows', () => {
    const gaps = findGaps(indexOf(secretless));
    expect(gaps.idleRules.map(({ id, why }) => [id, why?.en])).toEqual([['a/require-none', 'There may be none.']]);
    expect(gaps.rulesWithoutClause).toEqual([]);
  });

  it('lists objects that no rule judged, and objects without a fact behind them', () => {
    const resources = [configMap('a'), { body: { ...configMap('b'), kind: 'Service' }, source: '' }];
    const gaps = findGaps(indexOf({ policies, resources }));
    const service = { id: idOf('Service', 'b', 'default'), file: 'kubernetes/dc-north-shared-0/test.yaml' };
    expect(gaps.unjudgedObjects).toEqual([service]);
    expect(gaps.objectsWithoutSource).toEqual([service]);
  });

  it('tells a fact that leads nowhere by the outermost one of which that is true', () => {
    const file = 'environments/test/nation.ts';
    const line = (at: number, ...keys: readonly string[]) => ({ file, line: at, path: ['nation', ...keys] });
    const factLines = [
      line(1),
      line(2, 'domain'),
      line(3, 'addresses'),
      line(4, 'addresses', 'pods4'),
      line(5, 'target'),
    ];
    const resources = [{ body: configMap('a'), source: `${file}:2` }];
    expect(findGaps(indexOf({ policies, resources, factLines })).factsWithoutObject).toEqual([
      { place: `${file}:3`, fact: 'nation.addresses', judged: 0 },
      { place: `${file}:5`, fact: 'nation.target', judged: 0 },
    ]);
  });

  it('tells how many things of the model rules judge because of a fact of which nothing is written', () => {
    const file = 'environments/test/systems/land-database.ts';
    const factLines = [{ file, line: 4, path: ['systems/land-database'] }];
    const [gap, ...others] = findGaps(indexOf({ policies, factLines })).factsWithoutObject ?? [];
    expect(others).toEqual([]);
    expect(gap?.place).toBe(`${file}:4`);
    expect(gap?.judged).toBeGreaterThan(0);
  });

  it('knows nothing of facts that nobody read, which is another thing than no gap', () => {
    const gaps = findGaps(indexOf(secretless));
    expect(gaps.factsWithoutObject).toBeUndefined();
    const text = gapsText(gaps, { language: 'en', limit: 1 });
    expect(text).toContain('    ?  facts that lead to no object\n');
    expect(text).toContain('  the assembly doesn’t carry the facts that it was made from (run ndc synth again)\n');
  });

  it('knows nothing of signatures without a bundle, which is another thing than none', () => {
    const gaps = findGaps(indexOf(secretless));
    expect([gaps.evidenceOutsideBundle, gaps.evidenceWithoutSignature]).toEqual([undefined, undefined]);
    const text = gapsText(gaps, { language: 'en', limit: 1 });
    expect(text).toContain('    ?  pieces of evidence with no signature\n');
    expect(text).toContain('\n  no bundle was given (add --bundle)\n');
  });

  it('lists evidence that the bundle lacks, and of what people sign for that which no signature names', () => {
    const review = { kind: 'review', name: 'review.json', digest: `sha256:${'e'.repeat(64)}` } as const;
    const [assembly, rules] = [`sha256:${'0'.repeat(64)}`, `sha256:${'c'.repeat(64)}`];
    const evidence = [review, { kind: 'assembly', name: 'manifest.json', digest: assembly }] as const;
    const signature = { signer: 'an', role: 'security', statement: 'approval', signedOn: TODAY, digests: [rules] };
    const gaps = findGaps(indexOf({ ...secretless, bundle: { evidence, signatures: [signature] } }));
    expect(gaps.evidenceOutsideBundle?.map(({ kind }) => kind)).toEqual(['rules', 'evaluations']);
    expect(gaps.evidenceWithoutSignature?.map(({ kind }) => kind)).toEqual(['assembly', 'review']);
    const text = gapsText(gaps, { language: 'en', limit: 5 });
    expect(text).toContain(`\npieces of evidence with no signature:\n  assembly  ${assembly}  manifest.json\n`);
  });

  it('lists controls whose rules don’t act everywhere, with the reason for each point', () => {
    const gaps = findGaps(indexOf(secretless)).controlsAtSomePoints;
    expect(gaps.map(({ id, points }) => [id, points])).toEqual([
      [CONTROL, ['synth', 'live']],
      ['d331-30.9', ['synth', 'live']],
    ]);
    expect(Object.keys(gaps[0]?.notAt ?? {})).toEqual(['plan', 'admission']);
  });
});

describe('gapsText()', () => {
  it('counts every kind first, then shows the first of each and how many are left out', () => {
    const text = gapsText(findGaps(indexOf(secretless)), { language: 'en', limit: 1 });
    const [head, first] = text.split('\n');
    expect(head).toBe(`gaps: test, judged on ${TODAY}`);
    expect(first).toMatch(
      /^ {2}\d{3} {2}clauses without a rule: \d+ ▤ needs evidence, \d+ ○ no rule yet, \d+ ☰ procedure$/,
    );
    expect(text).toMatch(
      /\nclauses without a rule:\n {2}○ no rule yet {2}\S+ .+\n {4}A rule could check it.+\n {2}… \d+ more \(--limit\)\n/,
    );
    expect(text).toContain('  d331-30.8  acts at synth, live\n    not at plan, admission: looks across objects');
  });

  it('says in both languages the same number of lines, and nothing twice in one', () => {
    const gaps = findGaps(indexOf(secretless));
    const [en, vi] = (['en', 'vi'] as const).map((language) => gapsText(gaps, { language, limit: 2 }).split('\n'));
    expect(vi?.length).toBe(en?.length);
    const same = en?.filter((line, index) => line !== '' && /[a-z]{4}/.test(line) && line === vi?.[index]);
    expect(same).toEqual(['  a/require-none']);
  });
});
