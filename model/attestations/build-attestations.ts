import type { DeclaredPeriod, SignedRecord, StatedAttestations } from './attestation';
import type { BuildInput } from '../build/build-input';
import { byId } from '../build/sort';

/** What the facts say of manual controls, or nothing where they don't. */
export function buildAttestations({ facts }: BuildInput): { readonly attestations?: StatedAttestations } {
  const records = signedRecords(facts);
  const periods = [...facts.attestationPeriods].map(([id, { file, value }]): DeclaredPeriod => ({
    id,
    ...value,
    origin: [file],
  }));
  if (records.length + periods.length === 0) return {};
  return { attestations: { records, periods: byId(periods) } };
}

/** The records of the facts, as they were signed. */
export function signedRecords({ attestations }: Pick<BuildInput['facts'], 'attestations'>): readonly SignedRecord[] {
  return byId(
    [...attestations].map(([id, { file, value }]): SignedRecord => ({ id, envelope: value, origin: [file] })),
  );
}
