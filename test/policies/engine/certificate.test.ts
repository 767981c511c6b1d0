import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson } from '../../../model/canonical-json';
import {
  certify,
  evaluationsDigest,
  evaluationTexts,
  verifyCertificate,
  type GateCertificate,
} from '../../../policies/certificate';
import { definePolicy, fail, pass, type Policy } from '../../../policies/define-policy';
import { evaluate } from '../../../policies/evaluate';
import type { Evaluation, NamedPolicy, PolicyResult } from '../../../policies/evaluation';
import type { PolicyException } from '../../../model/model';
import { viewOf } from '../../support/view-of';
import { ruleSetOf } from '../../support/rule-set-of';

const assemblyDigest = `sha256:${'a'.repeat(64)}`;
const text = { vi: 'v', en: 'e' };
const exception: PolicyException = {
  id: 'e1',
  policy: 'a/p',
  resource: 's2',
  value: 'w=g;',
  owner: 'p01',
  reason: 'a reason',
  approver: 'the security unit',
  from: '2026-09-01',
  expires: '2026-10-15',
  origin: ['exceptions/e1'],
};

function named(force: Policy['force'] = 'block'): NamedPolicy {
  const controls = ['d331-30.8'] as const;
  const subjects = () => [{ id: 's1' }, { id: 's2' }];
  const check: Policy['check'] = ({ id }) => (id === 's1' ? pass : fail('w', 'g', 'r'));
  return { id: 'a/p', policy: definePolicy({ title: text, force, controls, why: text, fix: text, subjects, check }) };
}

function evaluated(policies: readonly NamedPolicy[], exceptions: readonly PolicyException[]): Evaluation {
  return evaluate(ruleSetOf(policies), { view: viewOf(), today: '2026-10-01' }, exceptions);
}

function certificate(exceptions: readonly PolicyException[] = [exception]): GateCertificate {
  const policies = [named()];
  return certify({
    rules: ruleSetOf(policies),
    evaluation: evaluated(policies, exceptions),
    exceptions,
    environment: 'test',
    assemblyDigest,
  });
}

function codes(given: unknown, today = '2026-10-01'): readonly string[] {
  const result = verifyCertificate(given, { assemblyDigest, bundleDigest: ruleSetOf([]).digest, today });
  return result.ok ? [] : result.problems.map((one) => one.code);
}

describe('certify()', () => {
  it('binds verdict, counts and rules to the assembly', () => {
    expect(certificate()).toMatchObject({
      environment: 'test',
      verdict: 'passed',
      counts: { pass: 1, fail: 0, unknown: 0, skip: 1, error: 0 },
      rules: 1,
      evaluations: 2,
      blocking: [],
      assemblyDigest,
      today: '2026-10-01',
      validThrough: '2026-10-15',
    });
  });

  it('names the policies that block', () => {
    expect(certificate([])).toMatchObject({ verdict: 'failed', blocking: ['a/p'], validThrough: undefined });
  });

  it('gives the same bytes again', () => {
    expect(canonicalJson(certificate())).toBe(canonicalJson(certificate()));
  });
});

describe('evaluationsDigest()', () => {
  it('tells lone surrogates apart, wherever they stand, and loses none', () => {
    const halves = ['\ud800', '\ud801', '\udc00', '\ufffd', 'a'];
    const plain = evaluated([named()], []);
    const evaluations = halves.map((half): Evaluation => {
      const bend = (one: PolicyResult): PolicyResult => ({
        ...one,
        pass: [half],
        fail: one.fail.map((finding) => ({ ...finding, subject: half })),
      });
      return { ...plain, results: plain.results.map(bend) };
    });
    expect(new Set(evaluations.map(evaluationsDigest)).size).toBe(halves.length);
    const read = evaluations.map((one) => JSON.parse([...evaluationTexts(one)].join('')) as Evaluation);
    expect(read.map(({ results }) => [results[0]?.pass, results[0]?.fail[0]?.subject])).toEqual(
      halves.map((half) => [[half], half]),
    );
  });

  it('is the digest of the canonical evaluations as a whole', () => {
    const evaluation = evaluated([named(), { ...named('warn'), id: 'b/p' }], [exception]);
    const { exceptions, faults, integrity, results } = evaluation;
    const whole = createHash('sha256').update(canonicalJson({ exceptions, faults, integrity, results })).digest('hex');
    expect(evaluationsDigest(evaluation)).toBe(`sha256:${whole}`);
  });

  it('changes with any pass', () => {
    const evaluation = evaluated([named()], [exception]);
    const results = evaluation.results.map((one) => ({ ...one, pass: ['s3'] }));
    expect(evaluationsDigest({ ...evaluation, results })).not.toBe(evaluationsDigest(evaluation));
  });
});

describe('verifyCertificate()', () => {
  it('accepts a passing certificate of the assembly, read back from its text', () => {
    expect(codes(JSON.parse(canonicalJson(certificate())))).toEqual([]);
    expect(codes(certificate(), '2026-10-15')).toEqual([]);
  });

  it.each([
    ['certificate-of-another-assembly', { assemblyDigest: `sha256:${'b'.repeat(64)}` }],
    ['certificate-of-other-rules', { bundleDigest: `sha256:${'b'.repeat(64)}` }],
    ['certificate-not-passed', { verdict: 'failed' }],
    ['certificate-not-passed', { verdict: 'incomplete' }],
    ['certificate-not-clean', { faults: 1 }],
    ['certificate-not-clean', { blocking: ['a/p'] }],
    ['certificate-not-clean', { integrity: 1 }],
    ['certificate-not-clean', { exceptions: 1 }],
    ['certificate-not-clean', { counts: { pass: 1, fail: 0, unknown: 0, skip: 0, error: 1 } }],
    ['certificate-of-no-rules', { rules: 0 }],
    ['certificate-malformed', { formatVersion: 2 }],
    ['certificate-malformed', { counts: null }],
    ['certificate-malformed', { evaluationsDigest: 'sha256:' }],
  ])('refuses with %s', (code, bend) => {
    expect(codes({ ...certificate(), ...bend })).toEqual([code]);
  });

  it.each(['2026-10-16', '2026-09-30'])('refuses it on %s, outside the days on which its exceptions hold', (today) => {
    expect(codes(certificate(), today)).toEqual(['certificate-out-of-date']);
  });

  it('refuses a certificate of an assembly that did not pass', () => {
    expect(codes(certificate([]))).toEqual(['certificate-not-passed', 'certificate-not-clean']);
  });

  it('refuses any other value', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(codes(value)).toEqual(['certificate-malformed']);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
