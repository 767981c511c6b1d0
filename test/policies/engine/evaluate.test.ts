import type { PolicyException } from '../../../model/model';
import { definePolicy, fail, pass, unknown, type Judgement, type Policy } from '../../../policies/define-policy';
import { evaluate } from '../../../policies/evaluate';
import type { Evaluation } from '../../../policies/evaluation';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { viewOf } from '../../support/view-of';
import { ruleSetOf } from '../../support/rule-set-of';

const text = { vi: 'v', en: 'e' };
const TODAY = '2026-10-01';

function policy(verdicts: Readonly<Record<string, () => Judgement>>, bend: Partial<Policy> = {}): Policy {
  return definePolicy({
    title: text,
    force: 'block',
    controls: ['d331-30.8'],
    why: text,
    fix: text,
    subjects: () => Object.keys(verdicts).map((id) => ({ id, tenant: 'p01', file: 'a.yaml' })),
    check: ({ id }) => (verdicts[id] ?? (() => pass))(),
    ...bend,
  });
}

function exception(bend: Partial<PolicyException> = {}): PolicyException {
  const dates = { from: '2026-09-01', expires: '2026-12-01' };
  const texts = { owner: 'p01', reason: 'a reason', approver: 'the security unit', origin: ['exceptions/e1'] };
  return { id: 'e1', policy: 'a/p', resource: 's1', value: 'w=g;', ...dates, ...texts, ...bend };
}

interface Run {
  readonly policies: Readonly<Record<string, Policy>>;
  readonly exceptions?: readonly PolicyException[];
  readonly view?: AssemblyView;
  readonly faults?: Evaluation['faults'];
}

function run({ policies, exceptions = [], view = viewOf(), faults = [] }: Run): Evaluation {
  const named = Object.entries(policies).map(([id, one]) => ({ id, policy: one }));
  return evaluate({ ...ruleSetOf(named), faults }, { view, today: TODAY }, exceptions);
}

describe('evaluate()', () => {
  it('is incomplete without policies, since nothing was judged', () => {
    expect(run({ policies: {} })).toMatchObject({ verdict: 'incomplete', rules: 0, evaluations: 0 });
  });

  it('keeps texts short, whatever an object holds, and of a long value its digest', () => {
    const long = 'x'.repeat(200_000);
    const steps = ['spec', long, 'below'];
    const verdicts = { s1: (): Judgement => ({ ...fail(long, long, long), value: long, steps }) };
    const [finding] = run({ policies: { 'a/p': policy(verdicts) } }).results[0]?.fail ?? [];
    expect([finding?.where, finding?.got, finding?.want].map((one) => one?.length)).toEqual([400, 400, 400]);
    expect(finding?.steps).toEqual(['spec']);
    expect(finding?.value).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('keeps every verdict, passes as ids, and counts them', () => {
    const verdicts = { s1: () => pass, s2: () => fail('spec.a', '1', '2'), s3: () => unknown('spec.b', '?', '2') };
    const evaluation = run({ policies: { 'a/p': policy(verdicts) } });
    expect(evaluation.counts).toEqual({ pass: 1, fail: 1, unknown: 1, skip: 0, error: 0 });
    expect(evaluation).toMatchObject({ rules: 1, evaluations: 3, verdict: 'failed' });
    const finding = { policy: 'a/p', tenant: 'p01', system: undefined, source: undefined, file: 'a.yaml', want: '2' };
    expect(evaluation.results).toEqual([
      {
        policy: 'a/p',
        force: 'block',
        subjects: 3,
        pass: ['s1'],
        fail: [{ ...finding, subject: 's2', where: 'spec.a', got: '1', value: 'spec.a=1;' }],
        unknown: [{ ...finding, subject: 's3', where: 'spec.b', got: '?', value: 'spec.b=?;' }],
        skip: [],
        error: [],
        vacuous: 'no',
        blocks: true,
      },
    ]);
  });

  it('sorts results by policy', () => {
    const evaluation = run({ policies: { 'b/p': policy({ s: () => pass }), 'a/p': policy({ s: () => pass }) } });
    expect(evaluation.results.map((one) => one.policy)).toEqual(['a/p', 'b/p']);
    expect(evaluation.verdict).toBe('passed');
  });

  it.each([
    ['blocks', 'a blocking policy fails', policy({ s: () => fail('', '', '') }), true],
    ['blocks', 'a blocking policy can not tell', policy({ s: () => unknown('', '', '') }), true],
    ['passes', 'a warning policy fails', policy({ s: () => fail('', '', '') }, { force: 'warn' }), false],
    ['blocks', 'a blocking policy had no subject', policy({}), true],
    ['passes', 'a warning policy had no subject', policy({}, { force: 'warn' }), false],
    ['passes', 'a policy had no subject and says why', policy({}, { mayBeVacuous: text }), false],
  ])('%s when %s', (_, __, one, blocks) => {
    const evaluation = run({ policies: { 'a/p': one } });
    expect(evaluation.results[0]?.blocks).toBe(blocks);
    expect(evaluation.verdict).toBe(blocks ? 'failed' : 'passed');
  });

  it('tells vacuity from having passed', () => {
    const policies = { a: policy({}), b: policy({}, { mayBeVacuous: text }), c: policy({ s: () => pass }) };
    expect(run({ policies }).results.map((one) => one.vacuous)).toEqual(['refused', 'allowed', 'no']);
  });

  it('turns what a policy throws into an error that blocks, and goes on', () => {
    const broken = (): never => {
      throw new RangeError('no such thing');
    };
    const evaluation = run({ policies: { 'a/p': policy({ s1: broken, s2: () => pass }, { force: 'warn' }) } });
    expect(evaluation.results[0]).toMatchObject({
      pass: ['s2'],
      error: [{ subject: 's1', got: 'RangeError: no such thing' }],
      blocks: true,
    });
    expect(evaluation.counts.error).toBe(1);
  });

  it('turns a policy that can not list its subjects into an error', () => {
    const subjects = (): never => {
      throw new Error('no list');
    };
    const [result] = run({ policies: { 'a/p': policy({}, { subjects }) } }).results;
    expect(result).toMatchObject({
      subjects: 0,
      error: [{ subject: 'assembly', got: 'Error: no list' }],
      vacuous: 'no',
      blocks: true,
    });
  });

  it('turns a verdict that does not exist into an error', () => {
    const wrong = { verdict: 'fine' } as unknown as Judgement;
    expect(
      run({ policies: { 'a/p': policy({ s: () => wrong, t: () => undefined as unknown as Judgement }) } }).counts,
    ).toMatchObject({
      pass: 0,
      error: 2,
    });
  });

  it('shortens what a policy quotes, without cutting a character in two', () => {
    const [result] = run({
      policies: { 'a/p': policy({ s: () => fail('', `${'x'.repeat(398)}${'😀'.repeat(50)}`, '\ud800') }) },
    }).results;
    expect(result?.fail[0]?.got).toHaveLength(400);
    expect([result?.fail[0]?.got, result?.fail[0]?.want].every((one) => one?.isWellFormed() === true)).toBe(true);
  });

  it('is incomplete by rules that are not those of their bundle, whatever they say', () => {
    const faults = [{ kind: 'rule-differs' as const, rule: 'a/p', got: 'other force', want: 'the rule' }];
    const evaluation = run({ policies: { 'a/p': policy({ s: () => pass }) }, faults });
    expect(evaluation).toMatchObject({ verdict: 'incomplete', faults });
  });

  it('is incomplete of an assembly that departs from its manifest, whatever policies say', () => {
    const integrity = [{ kind: 'missing-object' as const, file: 'a', address: 'b', detail: 'c' }];
    const evaluation = run({ policies: { 'a/p': policy({ s: () => pass }) }, view: viewOf({ integrity }) });
    expect(evaluation).toMatchObject({ verdict: 'incomplete', integrity });
  });
});

describe('evaluate() with exceptions', () => {
  const failing = { 'a/p': policy({ s1: () => fail('w', 'g', 'r'), s2: () => pass }) };

  it('excuses the finding of exactly that policy on exactly that subject with exactly that value', () => {
    const evaluation = run({ policies: failing, exceptions: [exception()] });
    expect(evaluation.results[0]).toMatchObject({
      fail: [],
      skip: [{ subject: 's1', verdict: 'fail', exception: 'e1' }],
      blocks: false,
    });
    expect(evaluation).toMatchObject({ verdict: 'passed', exceptions: [], counts: { skip: 1, fail: 0 } });
  });

  it('excuses what can not be told', () => {
    const policies = { 'a/p': policy({ s1: () => unknown('', '', '') }) };
    const [result] = run({ policies, exceptions: [exception({ value: '=;' })] }).results;
    expect(result?.skip[0]?.verdict).toBe('unknown');
  });

  it('excuses no error of a policy', () => {
    const broken = (): never => {
      throw new Error('x');
    };
    expect(run({ policies: { 'a/p': policy({ s1: broken }) }, exceptions: [exception()] })).toMatchObject({
      counts: { skip: 0, error: 1 },
      exceptions: [{ fault: 'unused' }],
    });
  });

  it.each([
    ['expired', { expires: '2026-09-30' }, 'expired on 2026-09-30, today is 2026-10-01'],
    ['not-yet-valid', { from: '2026-10-02' }, 'valid from 2026-10-02, today is 2026-10-01'],
    ['too-long', { from: '2026-06-04', expires: '2026-12-02' }, '2026-06-04 to 2026-12-02'],
    ['unknown-policy', { policy: 'a/q' }, 'a/q'],
    ['unused', { resource: 's2' }, 's2'],
    ['value-changed', { value: 'w=h;' }, 'w=g;'],
    ['malformed-date', { expires: '2026-02-30' }, '2026-09-01 to 2026-02-30'],
    ['malformed-date', { from: '2026-12-02' }, '2026-12-02 to 2026-12-01'],
  ])('honors none that is %s, and fails for it', (fault, bend, got) => {
    const evaluation = run({ policies: failing, exceptions: [exception(bend)] });
    expect(evaluation.exceptions).toMatchObject([{ exception: 'e1', fault, got, source: 'exceptions/e1' }]);
    expect(evaluation).toMatchObject({ verdict: 'failed', counts: { skip: 0, fail: 1 } });
  });

  it.each([
    ['the first day', { from: TODAY }],
    ['the last day', { expires: TODAY }],
    ['180 days', { from: '2026-06-04', expires: '2026-12-01' }],
  ])('honors one on %s', (_, bend) => {
    expect(run({ policies: failing, exceptions: [exception(bend)] }).verdict).toBe('passed');
  });

  it('takes the second of two on one finding for unused', () => {
    const exceptions = [exception({ id: 'e2' }), exception()];
    expect(run({ policies: failing, exceptions }).exceptions).toMatchObject([{ exception: 'e2', fault: 'unused' }]);
  });
});
