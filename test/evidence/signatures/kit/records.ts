import { createPrivateKey } from 'node:crypto';
import { signAttestation } from '../../../../evidence/signatures/attestation/seal-attestation';
import type { AttestationStatement } from '../../../../evidence/signatures/attestation/statement';
import { parsePrivateKey, type SshPrivateKey } from '../../../../evidence/signatures/ssh/private-key';
import { printPublicKey } from '../../../../evidence/signatures/ssh/public-key';
import type { Signer } from '../../../../model/approvals/approvals';
import type { SignedRecord } from '../../../../model/attestations/attestation';
import { valueOf } from '../../../../model/problem';

/** The head of an Ed25519 key in PKCS #8; what follows is its seed (RFC 8410 section 7). */
const HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key whose seed is one byte again and again, so that tables with its name stay the same. */
export function keyOf(seed: number): SshPrivateKey {
  const key = createPrivateKey({ key: Buffer.concat([HEAD, Buffer.alloc(32, seed)]), format: 'der', type: 'pkcs8' });
  return valueOf(parsePrivateKey(key.export({ format: 'pem', type: 'pkcs8' }).toString()));
}

/** The key of An, who signs. */
export const anKey = keyOf(1);

/** The nation of the records. */
export const nation = 'Quốc gia thử nghiệm';

/** Ten in the morning in Vietnam. */
export const now = '2026-10-01T03:00:00Z';

/** A restore test that An signed. */
export const restoreTest: AttestationStatement = {
  nation,
  subject: { kind: 'system', id: 'population-database' },
  control: 'tcvn-14423-7.11.2.5',
  doneOn: '2026-09-15',
  by: { name: 'Tổ vận hành', independent: false },
  outcome: 'met',
  open: [],
  document: { name: 'restore.pdf', digest: `sha256:${'a'.repeat(64)}` },
  signer: 'an',
  role: 'inspection',
  signedAt: '2026-09-20T03:00:00Z',
};

/** An as the facts name a signer; bend any part. */
export function signerOf(bend: Partial<Signer> = {}): Signer {
  const key = printPublicKey(anKey.publicKey);
  return {
    id: 'an',
    roles: ['inspection'],
    accounts: ['an@test.gov.vn'],
    keys: [{ key, from: '2026-07-01', until: '2027-06-30' }],
    origin: ['approvals/signers/an'],
    ...bend,
  };
}

/** The text of the envelope of a statement; bend any part. */
export function envelopeOf(bend: Partial<AttestationStatement> = {}, key = anKey): string {
  return valueOf(signAttestation({ ...restoreTest, ...bend }, key));
}

/** A record as the facts hold it. */
export function recordOf(envelope: string, id = 'one'): SignedRecord {
  return {
    id,
    envelope: JSON.parse(envelope) as SignedRecord['envelope'],
    origin: [`attestations/records/${id}`],
  };
}
