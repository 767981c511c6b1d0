import { groupBy } from '../../../model/group-by';
import type { Finding } from '../../../policies/evaluation';
import type { Report } from '../../report';
import type { OscalIds } from '../parts/oscal-ids';

/** Evaluations that are told one by one; a document with more could not be read by anybody, nor be held as one text. */
export const OPEN_MAX = 50_000;

/** An evaluation that is no pass. */
export interface OpenEvaluation {
  readonly finding: Finding;
  readonly verdict: 'fail' | 'unknown' | 'error' | 'skip';
  /** Id of the exception that excuses it.
   * @default - nothing excuses it
   */
  readonly exception?: string | undefined;
  /** UUID of the observation that tells it. */
  readonly uuid: string;
  /** UUID of what was judged. */
  readonly subject: string;
}

/** Every evaluation of a report that is no pass, by rule; of more than {@link OPEN_MAX} the first, findings before exceptions. */
export function groupOpenEvaluations(
  report: Pick<Report, 'environment' | 'findings' | 'skipped'>,
  ids: OscalIds,
): ReadonlyMap<string, readonly OpenEvaluation[]> {
  const told = new Map<string, number>();
  const subjects = new Map<string, string>();
  const open = (finding: Finding, verdict: OpenEvaluation['verdict'], exception?: string): OpenEvaluation => {
    const { policy, subject } = finding;
    const key = `${policy}\0${subject}`;
    const before = told.get(key) ?? 0;
    told.set(key, before + 1);
    // An object that stands twice is judged twice.
    const uuid = ids.ofRun('observation', policy, subject, ...(before === 0 ? [] : [String(before)]));
    const known = subjects.get(subject) ?? ids.ofLasting('subject', report.environment, subject);
    subjects.set(subject, known);
    return { finding, verdict, exception, uuid, subject: known };
  };
  const findings = report.findings.slice(0, OPEN_MAX);
  const all = [
    ...findings.map((one) => open(one, one.verdict)),
    ...report.skipped.slice(0, OPEN_MAX - findings.length).map((one) => open(one, 'skip', one.exception)),
  ];
  return groupBy(all, ({ finding }) => finding.policy);
}
