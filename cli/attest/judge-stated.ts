import { judgeRecords, type JudgedRecords } from '../../evidence/signatures/attestation/judge-attestation';
import type { Attestation } from '../../model/attestations/attestation';
import { signedRecords } from '../../model/attestations/build-attestations';
import { canJudge, type KnownFacts } from '../../model/facts/unsound-facts';
import type { Model } from '../../model/model';
import { ProblemError } from '../../model/problem';

/** The records of facts, verified against the signers of the same facts; none while what tells those can't be used. */
export function judgeFacts(known: KnownFacts, now: Date): JudgedRecords {
  if (!canJudge(known, 'records')) return { attestations: [], problems: [] };
  const nation = known.facts.nation.officialName.vi;
  const signers = [...known.facts.signers].map(([id, { file, value }]) => ({ id, ...value, origin: [file] }));
  return judgeRecords({ nation, records: signedRecords(known.facts), signers, now: instant(now) });
}

/**
 * The records that an assembly carries, verified again against the signers that it carries.
 * @throws ProblemError when one doesn't hold
 */
export function readAttestations(
  { nation, approvals, attestations }: Pick<Model, 'nation' | 'approvals' | 'attestations'>,
  now: Date,
): readonly Attestation[] {
  const { signers } = approvals;
  const judged = judgeRecords({
    nation: nation.officialName.vi,
    records: attestations?.records ?? [],
    signers,
    now: instant(now),
  });
  if (judged.problems.length > 0) throw new ProblemError(judged.problems);
  return judged.attestations;
}

/** A moment to the second, as statements have it. */
export function instant(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
