import { createHash } from 'node:crypto';
import { canonicalJson } from '../model/canonical-json';
import type { PolicyException } from '../model/model';
import { printCount } from '../model/print-count';
import { failure, problem, success, type Problem, type Result } from '../model/problem';
import {
  evaluationVerdicts,
  type Evaluation,
  type EvaluationVerdict,
  type PolicyResult,
  type VerdictCounts,
} from './evaluation';
import type { RuleSet } from './rule-set';

/** What the gate said of an assembly: plain data, written as canonical JSON. */
export interface GateCertificate {
  readonly formatVersion: 1;
  readonly environment: string;
  readonly verdict: EvaluationVerdict;
  readonly counts: VerdictCounts;
  /** Number of policies. */
  readonly rules: number;
  /** Number of judgements. */
  readonly evaluations: number;
  /** Ids of the policies that block, sorted. */
  readonly blocking: readonly string[];
  /** Number of departures of the assembly from its manifest. */
  readonly integrity: number;
  /** Number of departures of the rules from their bundle. */
  readonly faults: number;
  /** Number of exceptions at fault. */
  readonly exceptions: number;
  /** The digest of the assembly's manifest. */
  readonly assemblyDigest: string;
  /** Digest of the bundle of the rules that judged. */
  readonly bundleDigest: string;
  /** Digest of every evaluation; see {@link evaluationsDigest}. */
  readonly evaluationsDigest: string;
  /** Digest of what was counted of the paths in the assembly, for reports to take.
   * @default - nothing was counted
   */
  readonly reachabilityDigest?: string | undefined;
  /** `YYYY-MM-DD` of the evaluation. */
  readonly today: string;
  /** The last day on which every exception that it rests on still holds.
   * @default - rests on no exception
   */
  readonly validThrough?: string | undefined;
}

/** What a certificate is made of. */
export interface CertificateInput {
  readonly rules: Pick<RuleSet, 'digest'>;
  readonly evaluation: Evaluation;
  readonly exceptions: readonly PolicyException[];
  readonly environment: string;
  readonly assemblyDigest: string;
}

/** Makes the certificate of an evaluation. */
export function certify({
  rules,
  evaluation,
  exceptions,
  environment,
  assemblyDigest,
}: CertificateInput): GateCertificate {
  const used = new Set(evaluation.results.flatMap((one) => one.skip.map((skipped) => skipped.exception)));
  const ends = exceptions.filter((one) => used.has(one.id)).map((one) => one.expires);
  return {
    formatVersion: 1,
    environment,
    verdict: evaluation.verdict,
    counts: evaluation.counts,
    rules: evaluation.rules,
    evaluations: evaluation.evaluations,
    blocking: evaluation.results.filter((one) => one.blocks).map((one) => one.policy),
    integrity: evaluation.integrity.length,
    faults: evaluation.faults.length,
    exceptions: evaluation.exceptions.length,
    assemblyDigest,
    bundleDigest: rules.digest,
    evaluationsDigest: evaluationsDigest(evaluation),
    today: evaluation.today,
    validThrough: ends.toSorted()[0],
  };
}

/**
 * The canonical JSON of `{ exceptions, faults, integrity, results }` of an evaluation, piece by piece: the text of
 * millions of evaluations never stands in memory as a whole. Readers refuse a lone surrogate long before; one that comes all
 * the same stands as its escape, so that the digest tells it apart and no evaluation is lost.
 */
export function* evaluationTexts({ exceptions, faults, integrity, results }: Evaluation): Generator<string> {
  const [excused, departed, changed] = [exceptions, faults, integrity].map((one) => canonicalJson(one, 'escaped'));
  yield `{"exceptions":${excused},"faults":${departed},"integrity":${changed},"results":[`;
  for (const [index, result] of results.entries()) {
    if (index > 0) yield ',';
    yield* resultTexts(result);
  }
  yield ']}';
}

/** The digest of the text of an evaluation; see {@link evaluationTexts}. */
export function evaluationsDigest(evaluation: Evaluation): string {
  const hash = createHash('sha256');
  for (const text of evaluationTexts(evaluation)) hash.update(text);
  return `sha256:${hash.digest('hex')}`;
}

/** So many passes are one piece: short enough to be forgotten soon, long enough to be few. */
const PIECE = 1_000;

/** The canonical JSON of a result; the list of passes, which is nearly all of it, goes the fast way. */
function* resultTexts({ pass, ...result }: PolicyResult): Generator<string> {
  const members = (isBefore: boolean): string => {
    const own = Object.entries(result).filter(([key]) => key < 'pass' === isBefore);
    return canonicalJson(Object.fromEntries(own), 'escaped').slice(1, -1);
  };
  yield `{${members(true)},"pass":[`;
  for (let from = 0; from < pass.length; from += PIECE) {
    const inner = JSON.stringify(pass.slice(from, from + PIECE)).slice(1, -1);
    yield from === 0 ? inner : `,${inner}`;
  }
  yield `],${members(false)}}`;
}

/** What a certificate must speak of. */
export interface Certified {
  /** The digest of the assembly's manifest. */
  readonly assemblyDigest: string;
  /** The digest of the bundle of rules that must have judged it. */
  readonly bundleDigest: string;
  /** The day on which the exceptions that it rests on must hold. */
  readonly today: string;
}

/** Whether a certificate lets an assembly pass: it says passed, nothing in it says otherwise, and it speaks of this. */
export function verifyCertificate(
  certificate: unknown,
  { assemblyDigest, bundleDigest, today }: Certified,
): Result<GateCertificate> {
  if (!isCertificate(certificate)) return failure([refusal('certificate-malformed', 'no certificate of the gate')]);
  const problems: Problem[] = [];
  if (certificate.assemblyDigest !== assemblyDigest)
    problems.push(refusal('certificate-of-another-assembly', certificate.assemblyDigest, assemblyDigest));
  if (certificate.bundleDigest !== bundleDigest)
    problems.push(refusal('certificate-of-other-rules', certificate.bundleDigest, bundleDigest));
  if (certificate.verdict !== 'passed') problems.push(refusal('certificate-not-passed', certificate.verdict, 'passed'));
  const against =
    certificate.blocking.length +
    certificate.integrity +
    certificate.faults +
    certificate.exceptions +
    certificate.counts.error;
  if (against > 0) problems.push(refusal('certificate-not-clean', `${printCount(against, 'reason')} to block`, 'none'));
  if (certificate.rules === 0) problems.push(refusal('certificate-of-no-rules', '0 rules', 'at least one'));
  const { validThrough } = certificate;
  if (today < certificate.today || (validThrough !== undefined && validThrough < today)) {
    const span = `${certificate.today} to ${validThrough ?? 'any later day'}`;
    problems.push(refusal('certificate-out-of-date', `valid ${span}`, `valid on ${today}`));
  }
  return problems.length === 0 ? success(certificate) : failure(problems);
}

function isCertificate(value: unknown): value is GateCertificate {
  if (typeof value !== 'object' || value === null) return false;
  const one = value as Readonly<Record<string, unknown>>;
  const isDigest = (key: string): boolean => /^sha256:[0-9a-f]{64}$/.test(String(one[key]));
  const isCount = (number: unknown): boolean => Number.isSafeInteger(number) && Number(number) >= 0;
  const counts: unknown = one['counts'];
  return (
    one['formatVersion'] === 1 &&
    typeof one['environment'] === 'string' &&
    evaluationVerdicts.some((verdict) => verdict === one['verdict']) &&
    ['rules', 'evaluations', 'integrity', 'faults', 'exceptions'].every((key) => isCount(one[key])) &&
    ['assemblyDigest', 'bundleDigest', 'evaluationsDigest'].every(isDigest) &&
    (one['reachabilityDigest'] === undefined || isDigest('reachabilityDigest')) &&
    Array.isArray(one['blocking']) &&
    typeof counts === 'object' &&
    counts !== null &&
    VERDICTS.every((key) => isCount((counts as Readonly<Record<string, unknown>>)[key])) &&
    isDate(one['today']) &&
    (one['validThrough'] === undefined || isDate(one['validThrough']))
  );
}

const VERDICTS = ['pass', 'fail', 'unknown', 'skip', 'error'] as const;

function isDate(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function refusal(code: string, got: string, want = 'a certificate that the gate wrote'): Problem {
  return problem({
    code,
    at: ['certificate'],
    what: 'the assembly has no certificate that lets it pass',
    got,
    want,
    next: 'run the gate on the assembly again',
  });
}
