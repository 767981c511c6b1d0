import type { Text } from '../../model/text';
import type { AdmissionOnCluster, AdmissionResult, PointFinding, PointState } from './live-report';
import { noVerdicts } from '../verdict-counts';
import { pointReasons } from './point-words';

/** What the API servers of the asked clusters say of one rule, whose silence is known. */
export function pointOfAdmission(silence: Text | undefined, found: readonly AdmissionOnCluster[]): AdmissionResult {
  const base = { counts: noVerdicts, unseen: [], clusters: [], standings: [] };
  if (silence !== undefined) return { ...base, state: 'silent', why: silence };
  const standings = found.toSorted((a, b) => (a.cluster < b.cluster ? -1 : 1));
  const count = (isMeant: (one: AdmissionOnCluster) => boolean): number => standings.filter(isMeant).length;
  const counts = {
    ...noVerdicts,
    pass: count((one) => stateOn(one) === 'holds'),
    fail: count((one) => stateOn(one) === 'fails'),
    unknown: count((one) => stateOn(one) === 'unknown'),
  };
  const clusters = standings.filter(({ standing }) => standing !== 'unknown').map(({ cluster }) => cluster);
  if (standings.length === 0) return { ...base, state: 'unknown', why: pointReasons.noCluster };
  const state: PointState = counts.fail > 0 ? 'fails' : counts.unknown > 0 ? 'unknown' : 'holds';
  const why = standings.every(({ policies }) => policies.length === 0) ? pointReasons.notCarried : undefined;
  return { ...base, state, why, counts, clusters, standings };
}

/** An example that was wrongly let in weighs more than how the policies stand. */
function stateOn({ standing, examples }: AdmissionOnCluster): PointState {
  if (standing === 'departed' || standing === 'absent' || (examples?.letIn ?? 0) > 0) return 'fails';
  return standing === 'unknown' ? 'unknown' : 'holds';
}

/** What stands against a rule at admission. */
export function admissionFindings(rule: string, { standings }: AdmissionResult): readonly PointFinding[] {
  return standings.flatMap((one): readonly PointFinding[] => {
    const base = { rule, point: 'admission' as const };
    const subject = `cluster/${one.cluster}`;
    const want = 'its policies and bindings as the assembly says, denying, with types that fit';
    const stands: PointFinding = {
      ...base,
      verdict: one.standing === 'unknown' ? 'unknown' : 'fail',
      subject,
      where: one.policies.join(', '),
      got: one.reasons.join('; '),
      want,
    };
    const letIn = one.examples?.letIn ?? 0;
    const admitted: PointFinding = {
      ...base,
      verdict: 'fail',
      subject,
      where: 'examples that break the rule',
      got: `${letIn} let in`,
      want: 'each of them refused',
    };
    return [...(one.standing === 'enforced' ? [] : [stands]), ...(letIn > 0 ? [admitted] : [])];
  });
}
