import { fail, pass } from '../../../policies/define-policy';
import { traceText } from '../../../reports/trace/text/trace-text';
import { idOf } from '../../support/view-of';
import { CONTROL, configMap, indexOf, ruleOn, traceOf } from './trace-kit';

const names = ['a', 'b', 'c', 'd', 'e'];
const resources = names.map(configMap);

describe('traceText()', () => {
  it('shows what stands against a clause first, with what was found', () => {
    const said = [pass, pass, fail('data', 'a key', 'none')];
    const policies = { 'a/require-one': ruleOn('ConfigMap', [CONTROL], () => said.shift() ?? pass) };
    const text = traceText(traceOf(indexOf({ policies, resources }), CONTROL), { language: 'en', limit: 2 });
    expect(text.split('\n').slice(1, 2)).toEqual(['  control d331-30.8  ✘ fails']);
    expect(text.split('\n').slice(4, 11)).toEqual([
      '    rule a/require-one  [block]  acts at synth, live; not at plan, admission',
      '      A rule of a test',
      '      ✘ 1 fail, ✔ 4 pass',
      `        ✘ ${idOf('ConfigMap', 'c', 'default')}  from facts.ts:1`,
      '          data: got a key; want none',
      `        ✔ ${idOf('ConfigMap', 'a', 'default')}  from facts.ts:1`,
      '        … 3 more (--limit)',
    ]);
  });

  it('names a file that was changed before those that were not', () => {
    const policies = { 'a/require-one': ruleOn('ConfigMap', [CONTROL], () => pass) };
    const file = (name: string) =>
      ({ path: `kubernetes/${name}.yaml`, engine: 'kubernetes', site: 'dc-north', digest: 'sha256:0' }) as const;
    const integrity = [{ kind: 'digest-differs', file: 'kubernetes/b.yaml', address: '', detail: '' }] as const;
    const index = indexOf({ policies, resources, files: [file('a'), file('b')], integrity });
    const text = traceText(traceOf(index, 'dc-north'), { language: 'en', limit: 1 });
    expect(text).toContain('  kubernetes/b.yaml  ✘ a file was changed\n  … 1 more (--limit)\n');
  });

  it('says plainly that nothing is known of certificates and signatures that nobody gave', () => {
    const policies = { 'a/require-one': ruleOn('ConfigMap', [CONTROL], () => pass) };
    const text = traceText(traceOf(indexOf({ policies, resources }), CONTROL), { language: 'en', limit: 2 });
    expect(text).toContain('  no certificate of this judgement stands beside the assembly (run ndc gate)\n');
    expect(text).toMatch(/\nsignatures: no bundle was given, so no signature is traced\n$/);
  });

  it('names who signed what in which role when a bundle is given', () => {
    const policies = { 'a/require-one': ruleOn('ConfigMap', [CONTROL], () => pass) };
    const digest = `sha256:${'c'.repeat(64)}`;
    const signature = {
      signer: 'an@ndc',
      role: 'auditor',
      statement: 'approval',
      signedOn: '2026-09-30',
      digests: [digest],
    };
    const bundle = { evidence: [{ kind: 'rules', name: 'rules.json', digest }], signatures: [signature] } as const;
    const text = traceText(traceOf(indexOf({ policies, resources, bundle }), 'a/require-one'), {
      language: 'en',
      limit: 2,
    });
    expect(text).toContain(`${digest}  policies/bundle.json  in the bundle  signed by an@ndc\n`);
    expect(text).toMatch(/\nsignatures\n {2}an@ndc {2}auditor {2}approval {2}2026-09-30\n$/);
  });

  it('shows every character that an object hides in its name', () => {
    const hostile = configMap('x\u202e\u001b[2J\ny');
    const policies = { 'a/require-one': ruleOn('ConfigMap', [CONTROL], () => fail('\u0007', '\u200b', 'y')) };
    const text = traceText(traceOf(indexOf({ policies, resources: [hostile] }), CONTROL), { language: 'vi', limit: 5 });
    expect(text).toContain('x⟦U+202E⟧⟦U+001B⟧[2J⟦U+000A⟧y');
    expect(text).toContain('⟦U+0007⟧: có ⟦U+200B⟧; cần y');
    expect(text).not.toMatch(/[^\P{C}\n]/u);
  });

  it('fits a screen whatever is asked for, however much is judged', () => {
    const many = Array.from({ length: 500 }, (_, index) => configMap(`n${index}`));
    const rules = Array.from(
      { length: 40 },
      (_, index) => [`a/require-${index}`, ruleOn('ConfigMap', [CONTROL], () => pass)] as const,
    );
    const index = indexOf({ policies: Object.fromEntries(rules), resources: many });
    const lines = [CONTROL, 'd331', 'dc-north', 'facts.ts', 'a/require-1', idOf('ConfigMap', 'n1', 'default')].map(
      (what) => traceText(traceOf(index, what), { language: 'en', limit: 10 }).split('\n').length,
    );
    expect(Math.max(...lines)).toBeLessThanOrEqual(50);
  });
});
