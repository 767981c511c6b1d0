import { fail, pass, unknown } from '../../../policies/define-policy';
import { idOf } from '../../support/view-of';
import { CONTROL, configMap, indexOf, ruleOn, traceOf } from './trace-kit';

const a = idOf('ConfigMap', 'a', 'default');
const b = idOf('ConfigMap', 'b', 'default');
const resources = [configMap('a'), configMap('b')];
const FILE = 'kubernetes/dc-north-shared-0/test.yaml';
const digest = `sha256:${'f'.repeat(64)}`;
const files = [{ path: FILE, engine: 'kubernetes', site: 'dc-north', cluster: 'dc-north-shared-0', digest }] as const;

describe('followChain()', () => {
  it('leads from a control to its rules alone, to all that they judged, to the facts and to the files', () => {
    const policies = {
      'a/require-one': ruleOn('ConfigMap', [CONTROL], () => pass),
      'a/require-two': ruleOn('ConfigMap', ['d331-30.9'], () => pass),
    };
    const { clauses, rules, objects, facts, evidence } = traceOf(indexOf({ policies, resources, files }), CONTROL);
    expect(clauses).toMatchObject([{ id: CONTROL, mark: 'read', state: 'holds', rules: ['a/require-one'] }]);
    expect(rules.map(({ id, judgements }) => [id, judgements.map(({ subject }) => subject)])).toEqual([
      ['a/require-one', [a, b]],
    ]);
    expect(objects.map(({ id, file }) => [id, file?.digest])).toEqual([a, b].map((id) => [id, digest]));
    expect(facts[0]).toEqual({
      place: 'environments/test/sites/dc-north.ts',
      leads: [{ as: 'site', id: 'dc-north', subjects: 2 }],
    });
    expect(facts[1]).toEqual({ place: 'facts.ts:1', leads: [{ as: 'cause', id: '', subjects: 2 }] });
    expect(evidence.map(({ kind }) => kind)).toEqual(['assembly', 'rules', 'evaluations', 'file']);
  });

  it('leads from an object back to every rule that judged it and every clause of those, and tells what it is a part of', () => {
    const policies = {
      'a/require-one': ruleOn('ConfigMap', [CONTROL, 'd331-30.9'], () => pass),
      'a/require-none': ruleOn('Secret', ['d331-30.6'], () => pass),
    };
    const { clauses, rules, objects, wholes } = traceOf(indexOf({ policies, resources }), a);
    expect(clauses.map(({ id }) => id)).toEqual([CONTROL, 'd331-30.9']);
    expect(rules.map(({ id, judgements }) => [id, judgements])).toEqual([
      ['a/require-one', [{ subject: a, verdict: 'pass' }]],
    ]);
    expect(objects.map(({ id }) => id)).toEqual([a]);
    expect(wholes.map(({ id }) => id)).toEqual(['cluster/dc-north-shared-0', 'site/dc-north', 'assembly']);
  });

  it('tells what was found where a judgement is no pass, worst first', () => {
    const said = [unknown('x', 'one', 'two'), fail('y', 'three', 'four')];
    const policies = { 'a/require-one': ruleOn('ConfigMap', [CONTROL], () => said.shift() ?? pass) };
    const { rules, counts } = traceOf(indexOf({ policies, resources }), 'a/require-one');
    expect(rules[0]?.judgements).toEqual([
      { subject: b, verdict: 'fail', where: 'y', got: 'three', want: 'four' },
      { subject: a, verdict: 'unknown', where: 'x', got: 'one', want: 'two' },
    ]);
    expect(counts).toEqual({ pass: 0, fail: 1, unknown: 1, skip: 0, error: 0 });
  });

  it('names the exception that excuses a finding, and leads from the fact of the exception to the finding', () => {
    const exception = {
      id: 'old-map',
      policy: 'a/require-one',
      resource: a,
      value: 'x=got;',
      owner: 'o',
      reason: 'r',
      approver: 'p',
      from: '2026-09-01',
      expires: '2026-11-01',
      origin: ['exceptions/old-map'],
    };
    const policies = { 'a/require-one': ruleOn('ConfigMap', [CONTROL], () => fail('x', 'got', 'want')) };
    const index = indexOf({ policies, resources: [configMap('a')], exceptions: [exception] });
    expect(traceOf(index, a).rules[0]?.judgements).toMatchObject([{ verdict: 'skip', exception: 'old-map' }]);
    expect(traceOf(index, 'exceptions/old-map.ts').objects.map(({ id }) => id)).toEqual([a]);
  });

  it('keeps a rule that judged nothing on the chain of its clause, with the reason', () => {
    const policies = { 'a/require-none': ruleOn('Secret', [CONTROL], () => pass) };
    const { clauses, rules, objects } = traceOf(indexOf({ policies, resources }), CONTROL);
    expect(clauses[0]?.state).toBe('not-applicable');
    expect(rules).toMatchObject([{ vacuous: 'allowed', mayBeVacuous: { en: 'There may be none.' }, judgements: [] }]);
    expect(objects).toEqual([]);
  });

  it('says at which points a rule acts, and why not at the others', () => {
    const policies = { 'a/require-one': ruleOn('ConfigMap', [CONTROL], () => pass) };
    const [rule] = traceOf(indexOf({ policies, resources }), 'a/require-one').rules;
    expect(rule?.points).toEqual(['synth', 'live']);
    expect(Object.keys(rule?.notAt ?? {})).toEqual(['plan', 'admission']);
    expect(rule?.notAt.plan?.vi).toMatch(/^xét nhiều đối tượng/);
  });

  it('knows no signature without a bundle, which is another thing than a bundle without one', () => {
    const policies = { 'a/require-one': ruleOn('ConfigMap', [CONTROL], () => pass) };
    const without = traceOf(indexOf({ policies, resources, files }), a);
    expect(without.signatures).toBeUndefined();
    expect(without.evidence.map(({ inBundle }) => inBundle)).toEqual(without.evidence.map(() => undefined));
    const empty = traceOf(indexOf({ policies, resources, files, bundle: { evidence: [], signatures: [] } }), a);
    expect(empty.signatures).toEqual([]);
    expect(empty.evidence.map(({ inBundle }) => inBundle)).toEqual(empty.evidence.map(() => false));
  });

  it('joins signatures with the evidence that they name, and leaves out those over anything else', () => {
    const policies = { 'a/require-one': ruleOn('ConfigMap', [CONTROL], () => pass) };
    const sign = (signer: string, over: string) => ({
      signer,
      role: 'security-reviewer',
      statement: 'approval',
      signedOn: '2026-09-30',
      digests: [over],
    });
    const bundle = {
      evidence: [{ kind: 'file', name: FILE, digest }],
      signatures: [sign('an@ndc', digest), sign('binh@ndc', `sha256:${'0'.repeat(63)}1`)],
    } as const;
    const { evidence, signatures } = traceOf(indexOf({ policies, resources, files, bundle }), a);
    expect(signatures?.map(({ signer }) => signer)).toEqual(['an@ndc']);
    expect(evidence.find(({ kind }) => kind === 'file')).toMatchObject({ inBundle: true, signers: ['an@ndc'] });
    expect(evidence.find(({ kind }) => kind === 'rules')).toMatchObject({ inBundle: false, signers: [] });
  });

  it('leads from the digest of a file to what stands in it', () => {
    const policies = { 'a/require-one': ruleOn('ConfigMap', [CONTROL], () => pass) };
    const { objects, clauses } = traceOf(indexOf({ policies, resources, files }), digest);
    expect(objects.map(({ id }) => id)).toEqual([a, b, `file/${FILE}`].toSorted());
    expect(clauses.map(({ id }) => id)).toEqual([CONTROL]);
  });

  it('tells of each file how it departs from its manifest, and of no other', () => {
    const policies = { 'a/require-one': ruleOn('ConfigMap', [CONTROL], () => pass) };
    const integrity = [
      { kind: 'digest-differs', file: FILE, address: '', detail: 'other bytes' },
      { kind: 'model-digest-differs', file: 'model.json', address: '', detail: 'other bytes' },
      { kind: 'missing-file', file: 'kubernetes/other.yaml', address: '', detail: 'the manifest lists it' },
    ] as const;
    const { verdict, evidence } = traceOf(indexOf({ policies, resources, files, integrity }), a);
    expect(verdict).toBe('incomplete');
    expect(evidence.map(({ kind, departures }) => [kind, departures])).toEqual([
      ['assembly', ['model-digest-differs']],
      ['rules', []],
      ['evaluations', []],
      ['file', ['digest-differs']],
    ]);
  });
});
