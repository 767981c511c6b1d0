import fc from 'fast-check';
import { judgeRecords } from '../../../../evidence/signatures/attestation/judge-attestation';
import {
  attestationMessage,
  parseAttestation,
  parseAttestationMessage,
  sealAttestation,
} from '../../../../evidence/signatures/attestation/seal-attestation';
import { signMessage } from '../../../../evidence/signatures/ssh/sign-message';
import type { SignedRecord } from '../../../../model/attestations/attestation';
import type { Signer } from '../../../../model/approvals/approvals';
import { canonicalJson } from '../../../../model/canonical-json';
import { valueOf } from '../../../../model/problem';
import { anKey, envelopeOf, keyOf, nation, now, recordOf, restoreTest, signerOf } from '../kit/records';

function codesOf(records: readonly SignedRecord[], signers: readonly Signer[] = [signerOf()], at = now) {
  return judgeRecords({ nation, records, signers, now: at }).problems.map(({ code }) => code);
}

describe('judgeRecords()', () => {
  it('accepts a record of a signer, and gives back what was signed', () => {
    const judged = judgeRecords({ nation, records: [recordOf(envelopeOf())], signers: [signerOf()], now });
    const { nation: _nation, ...said } = restoreTest;
    expect(judged).toEqual({
      problems: [],
      attestations: [
        {
          ...said,
          id: 'one',
          keys: [anKey.publicKey.fingerprint],
          origin: ['attestations/records/one'],
          part: undefined,
          by: { ...said.by, tenant: undefined },
        },
      ],
    });
  });

  it('accepts a record whose key ended after it was signed', () => {
    expect(codesOf([recordOf(envelopeOf())], [signerOf()], '2028-01-01T00:00:00Z')).toEqual([]);
  });

  it.each([
    ['for another nation', { nation: 'Quốc gia khác' }, 'attestation-other-nation'],
    ['signed in the future', { signedAt: '2026-10-01T04:00:00Z' }, 'attestation-in-future'],
    ['about a day that had not come', { doneOn: '2026-09-21' }, 'attestation-not-done-yet'],
    ['in a role that the signer does not hold', { role: 'security' }, 'attestation-role-not-held'],
    ['by a stranger', { signer: 'binh' }, 'attestation-by-stranger'],
    [
      'signed before the key counted',
      { signedAt: '2026-06-01T03:00:00Z', doneOn: '2026-05-01' },
      'attestation-key-not-yet-valid',
    ],
  ] as const)('refuses a record %s', (_name, bend, code) => {
    expect(codesOf([recordOf(envelopeOf(bend))])).toContain(code);
  });

  it('refuses every record when nobody signs for the environment', () => {
    expect(codesOf([recordOf(envelopeOf())], [])).toEqual(['attestation-by-stranger', 'attestation-key-unknown']);
  });

  it('refuses the key of somebody else, a key that ended and a key that was revoked', () => {
    expect(codesOf([recordOf(envelopeOf({}, keyOf(2)))])).toEqual(['attestation-key-unknown']);
    const [key] = signerOf().keys;
    const until = (bend: object): Signer => signerOf({ keys: [{ key: '', from: '', until: '', ...key, ...bend }] });
    expect(codesOf([recordOf(envelopeOf())], [until({ until: '2026-09-01' })])).toEqual(['attestation-key-expired']);
    expect(codesOf([recordOf(envelopeOf())], [until({ revoked: '2026-09-30' })])).toEqual(['attestation-key-revoked']);
  });

  it('refuses an approval’s signature on the same bytes', () => {
    const message = valueOf(attestationMessage(restoreTest));
    const armored = valueOf(signMessage({ key: anKey, message, namespace: 'ndc-approval' }));
    expect(sealAttestation(restoreTest, [armored])).toMatchObject({
      ok: false,
      problems: [{ code: 'signature-namespace' }],
    });
  });

  it('refuses the same record under two names, so that it answers one date only', () => {
    const envelope = envelopeOf();
    expect(codesOf([recordOf(envelope, 'one'), recordOf(envelope, 'two')])).toEqual(['attestation-twice']);
  });

  it('refuses a record without its signature, and one with fields that nobody knows', () => {
    const { envelope, ...rest } = recordOf(envelopeOf());
    expect(codesOf([{ ...rest, envelope: { ...envelope, signatures: [] } }])).toEqual(['value-list']);
    const payload = Buffer.from(envelope.payload, 'base64').toString().replace('{', '{"a":1,');
    const changed = { ...envelope, payload: Buffer.from(payload).toString('base64') };
    expect(codesOf([{ ...rest, envelope: changed }])[0]).toMatch(/^(?:value-unknown|json-not-canonical)$/);
  });

  it('names the file of the signer whose key can’t be read, and leaves those alone who signed nothing', () => {
    const broken = signerOf({ keys: [{ key: 'ssh-ed25519 AAAA', from: '2026-07-01', until: '2027-06-30' }] });
    const { problems } = judgeRecords({ nation, records: [recordOf(envelopeOf())], signers: [broken], now });
    expect(problems[0]).toMatchObject({ code: 'wire-too-short', at: ['approvals/signers/an', 'keys', 0, 'key'] });
    expect(codesOf([recordOf(envelopeOf())], [signerOf(), { ...broken, id: 'binh' }])).toEqual([]);
  });

  it('refuses a record of which any one byte of what was signed was changed', () => {
    const { envelope, ...rest } = recordOf(envelopeOf());
    const payload = Buffer.from(envelope.payload, 'base64');
    fc.assert(
      fc.property(fc.nat(payload.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bytes = Buffer.from(payload);
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        const changed = { ...envelope, payload: bytes.toString('base64') };
        expect(codesOf([{ ...rest, envelope: changed }])).not.toEqual([]);
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});

describe('a statement of a record', () => {
  it('is read back from the bytes that are signed by hand', () => {
    const message = valueOf(attestationMessage(restoreTest));
    const read = valueOf(parseAttestationMessage(message));
    expect(valueOf(attestationMessage(read))).toEqual(message);
  });

  it.each([
    ['met with something open', { open: ['x'] }, 'attestation-open'],
    ['not met with nothing open', { outcome: 'not-met' }, 'attestation-open'],
    ['done on no day', { doneOn: '2026-02-30' }, 'day-form'],
    ['about a name in letters that look alike', { subject: { kind: 'system', id: 'rеporting' } }, 'name-look-alike'],
    ['by a unit with a hidden mark', { by: { name: 'a\u202eb', independent: false } }, 'reason-form'],
    ['of a document without digest', { document: { name: 'a', digest: 'sha256:0' } }, 'digest-form'],
  ] as const)('refuses one %s', (_name, bend, code) => {
    const made = attestationMessage({ ...restoreTest, ...bend });
    expect(made.ok ? [] : made.problems.map((one) => one.code)).toContain(code);
  });

  it('refuses a control that the catalog does not have', () => {
    const payload = Buffer.from(recordOf(envelopeOf()).envelope.payload, 'base64').toString();
    const bytes = Buffer.from(payload.replace(restoreTest.control, 'tcvn-14423-9.9.9'));
    const message = Buffer.concat([Buffer.from(`DSSEv1 28 application/vnd.in-toto+json ${bytes.length} `), bytes]);
    expect(parseAttestationMessage(message)).toMatchObject({ problems: [{ code: 'attestation-control-unknown' }] });
  });

  it('refuses bytes of chance, and any JSON, without an error', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (bytes) => {
          expect(parseAttestation(bytes).ok || parseAttestationMessage(bytes).ok).toBe(false);
        },
      ),
      { seed: 8, numRuns: 500 },
    );
  });

  it('has one spelling', () => {
    const envelope = envelopeOf();
    expect(envelope).toBe(canonicalJson(JSON.parse(envelope)));
    expect(envelopeOf()).toBe(envelope);
  });
});
