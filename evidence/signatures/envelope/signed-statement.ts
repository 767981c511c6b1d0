import { canonicalJson } from '../../../model/canonical-json';
import { failure, success, type Result } from '../../../model/problem';
import { readCanonicalJson } from '../approval/canonical-bytes';
import { exactly, listOf, objectOf, text, type ReadBy, type Reader } from '../approval/read-value';
import { armorSignature, dearmorSignature } from '../ssh/armor';
import { decodeBase64 } from '../ssh/base64';
import { readAt, refuse } from '../ssh/refuse';
import { parseSignature, readSignature, type SshSignature } from '../ssh/signature';
import { verifySignature } from '../ssh/verify-signature';

/** A statement that was read from its envelope; whether it counts is not yet said. */
export interface SignedStatement<T> {
  readonly statement: T;
  /** The bytes that were signed: what `ssh-keygen -Y verify` takes on its standard input. */
  readonly message: Buffer;
  readonly signatures: readonly EnvelopeSignature[];
}

/** One signature of an envelope. */
export interface EnvelopeSignature {
  /** Fingerprint of the key, as the envelope names it. */
  readonly keyId: string;
  /** The text that `ssh-keygen -Y verify -s` takes as a file. */
  readonly armored: string;
  readonly signature: SshSignature;
}

/** A kind of statement that people sign. */
export interface StatementKind<T> {
  /** What it is called, for people: `approval`. */
  readonly noun: string;
  /** The namespace of its signatures, so that one made for something else never counts for it. */
  readonly namespace: string;
  /** The command that makes one: `ndc approve`. */
  readonly command: string;
  readonly read: Reader<T>;
}

/** What the payload of the envelope is (in-toto Attestation Framework, envelope). */
export const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
/** No envelope is larger. */
export const ENVELOPE_BYTES_MAX = 65_536;

const PAYLOAD_BYTES_MAX = 16_384;
const SIGNATURES_MAX = 4;

const base64 = text({ code: 'base64-form', want: 'base64', accepts: (value) => /^[A-Za-z0-9+/]+=*$/.test(value) });
const keyId = text({
  code: 'key-id-form',
  want: 'SHA256: and 43 characters',
  accepts: (id) => /^SHA256:[\w+/]{43}$/.test(id),
});
const readForm = objectOf({
  payload: base64,
  payloadType: exactly(PAYLOAD_TYPE),
  signatures: listOf(objectOf({ keyid: keyId, sig: base64 }), { min: 1, max: SIGNATURES_MAX }),
});

type EnvelopeForm = ReadBy<typeof readForm>;

/**
 * Reads a signed statement: a DSSE envelope around an in-toto statement, both in canonical form byte for byte, with
 * signatures in the one form of ssh-keygen. There is one spelling of each. The bytes may be hostile; nothing is verified.
 */
export function parseSigned<T>(bytes: Uint8Array, kind: StatementKind<T>): Result<SignedStatement<T>> {
  const value = readAt({ next: nextOf(kind) }, () =>
    readCanonicalJson(bytes, { what: 'the envelope', bytesMax: ENVELOPE_BYTES_MAX }),
  );
  const form = value.ok ? readForm(value.value, []) : value;
  return form.ok ? readParts(form.value, kind) : form;
}

function nextOf({ noun }: Pick<StatementKind<unknown>, 'noun'>): string {
  return `seal the ${noun} again from its statement and signature`;
}

function readParts<T>({ payload, signatures }: EnvelopeForm, kind: StatementKind<T>): Result<SignedStatement<T>> {
  const parts = readAt({ at: ['payload'], next: nextOf(kind) }, () => {
    const bytes = decodeBase64(payload, 'the payload');
    return { bytes, value: readCanonicalJson(bytes, { what: 'the payload', bytesMax: PAYLOAD_BYTES_MAX }) };
  });
  if (!parts.ok) return parts;
  const statement = kind.read(parts.value.value, []);
  if (!statement.ok) return statement;
  const read = readAt({ at: ['signatures'], next: nextOf(kind) }, () => readSignatures(signatures));
  if (!read.ok) return read;
  return success({ statement: statement.value, message: preAuthEncoding(parts.value.bytes), signatures: read.value });
}

function readSignatures(given: EnvelopeForm['signatures']): readonly EnvelopeSignature[] {
  const read = given.map(({ keyid, sig }) => {
    const armored = decodeBase64(sig, 'the signature').toString('latin1');
    const signature = readSignature(dearmorSignature(armored));
    if (armorSignature(signature.blob) !== armored)
      return refuse({
        code: 'signature-lines',
        what: 'the signature is broken into other lines',
        got: 'another form',
        want: 'lines of 70 characters, as ssh-keygen writes them',
      });
    if (signature.publicKey.fingerprint !== keyid)
      return refuse({
        code: 'key-id-other',
        what: 'the envelope names another key than its signature',
        got: keyid,
        want: signature.publicKey.fingerprint,
      });
    return { keyId: keyid, armored, signature };
  });
  if (read.every((one, index) => index === 0 || one.keyId > (read[index - 1]?.keyId ?? ''))) return read;
  return refuse({
    code: 'signatures-order',
    what: 'the signatures are not sorted by key, or a key signed twice',
    got: read.map((one) => one.keyId).join(', '),
    want: 'each key once, sorted',
  });
}

/** Writes an envelope: canonical JSON. */
export function writeEnvelope(payload: Buffer, signatures: readonly Omit<EnvelopeSignature, 'signature'>[]): string {
  return canonicalJson({
    payload: payload.toString('base64'),
    payloadType: PAYLOAD_TYPE,
    signatures: signatures
      .map(({ keyId: keyid, armored }) => ({ keyid, sig: Buffer.from(armored).toString('base64') }))
      .toSorted((a, b) => (a.keyid < b.keyid ? -1 : 1)),
  });
}

/** The bytes that are signed for a payload (DSSE protocol, PAE), so that the type of the payload is signed with it. */
export function preAuthEncoding(payload: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${payload.length} `), payload]);
}

/** Reads back the bytes to sign: the statement that a person signs by hand. The bytes may be hostile. */
export function parseSigningBytes<T>(bytes: Uint8Array, kind: StatementKind<T>): Result<T> {
  const parsed = readAt({ next: `write the bytes to sign again with ${kind.command}` }, () => {
    const given = Buffer.from(bytes);
    const start = given.indexOf('{');
    const payload = given.subarray(Math.max(0, start));
    if (start === -1 || !preAuthEncoding(payload).equals(given))
      return refuse({
        code: 'message-form',
        what: `these are not the bytes to sign of an ${kind.noun}`,
        got: `${given.length} bytes of another form`,
        want: `DSSEv1, ${PAYLOAD_TYPE}, and a statement of the length that is told`,
      });
    return readCanonicalJson(payload, { what: 'the statement', bytesMax: PAYLOAD_BYTES_MAX });
  });
  return parsed.ok ? kind.read(parsed.value, []) : parsed;
}

/**
 * The envelope of a payload and its signatures, as text; each is what `ssh-keygen -Y sign` wrote for the bytes of {@link
 * preAuthEncoding}, by a different key. Signatures of other bytes are refused here already; whose keys they are is judged
 * later.
 */
export function sealPayload<T>(payload: Buffer, armored: readonly string[], kind: StatementKind<T>): Result<string> {
  const message = preAuthEncoding(payload);
  const verified = armored.map((one) => {
    const signature = parseSignature(one);
    return signature.ok ? verifySignature(signature.value, { message, namespace: kind.namespace }) : signature;
  });
  const problems = verified.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return failure(problems);
  const good = verified.flatMap((one) => (one.ok ? [one.value] : []));
  const parts = good.map(({ publicKey, blob }) => ({ keyId: publicKey.fingerprint, armored: armorSignature(blob) }));
  const envelope = writeEnvelope(payload, parts);
  const read = parseSigned(Buffer.from(envelope), kind);
  return read.ok ? success(envelope) : read;
}
