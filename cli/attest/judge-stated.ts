import { judgeRecords, type JudgedRecords } from '../../evidence/signatures/attestation/judge-attestation';
import type { Attestation } from '../../model/attestations/attestation';
import { signedRecords } from '../../model/attestations/build-attestations';
import { isSound, type KnownFacts } from '../../model/facts/unsound-facts';
import type { Model } from '../../model/model';
import { ProblemError } from '../../model/problem';

/** When and where records are judged. */
export interface JudgedWorld {
  readonly environment: string;
  /** @default - the present moment */
  readonly now?: Date | undefined;
}

/** The records of facts, verified against the signers of the same facts; none while a signer's file can't be used. */
export function judgeFacts(known: KnownFacts, { environment, now = new Date() }: JudgedWorld): JudgedRecords {
  if (!isSound(known, 'signers')) return { attestations: [], problems: [] };
  const signers = [...known.facts.signers].map(([id, { file, value }]) => ({ id, ...value, origin: [file] }));
  return judgeRecords({ environment, records: signedRecords(known.facts), signers, now: instant(now) });
}

/**
 * The records that an assembly carries, verified again against the signers that it carries.
 * @throws ProblemError when one doesn't hold
 */
export function readAttestations(
  { environment, approvals, attestations }: Pick<Model, 'environment' | 'approvals' | 'attestations'>,
  now: Date,
): readonly Attestation[] {
  const { signers } = approvals;
  const judged = judgeRecords({ environment, records: attestations?.records ?? [], signers, now: instant(now) });
  if (judged.problems.length > 0) throw new ProblemError(judged.problems);
  return judged.attestations;
}

/** A moment to the second, as statements have it. */
export function instant(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
