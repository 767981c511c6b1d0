import { createHash, createPublicKey, verify, type JsonWebKey } from 'node:crypto';

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const NAMESPACE = 'ndc-approval';
const ENVELOPE = /^\{"payload":"([\w+/=]+)","payloadType":"application\/vnd\.in-toto\+json","signatures":\[(.+)\]\}$/;
const SIGNATURE = /\{"keyid":"SHA256:([\w+/]{43})","sig":"([\w+/=]+)"\}/g;
const ENVELOPE_BYTES_MAX = 65_536;
/** How many strings the longest sequence in a key or signature has. */
const STRINGS_MAX = 5;

/** The parts of an accepted archive, each a view of its bytes. */
export interface ApprovedArchive {
  readonly parts: readonly { readonly path: string; readonly kind: string; readonly bytes: Uint8Array }[];
}

/** The bytes of an archive, from `offset` to before `end`, that hold a false approval. */
export interface FalseApproval {
  readonly offset: number;
  readonly end: number;
  readonly what: string;
}

/**
 * The first approval of an accepted archive that is no DSSE envelope in its one spelling, or has a signature that its key
 * in the list of signers beside it did not make for its payload. Bytes are those of the archive. Which person signs as what,
 * and when, is not asked here.
 */
export function findFalseApproval(archive: Uint8Array, { parts }: ApprovedArchive): FalseApproval | undefined {
  const keys = keysIn(parts.filter(({ kind }) => kind === 'signers').map(({ bytes }) => latin1(bytes)));
  for (const { path, bytes } of parts.filter(({ kind }) => kind === 'approval')) {
    const start = bytes.byteOffset - archive.byteOffset;
    const wrong = findFalse(latin1(bytes), keys);
    if (wrong === 'envelope') return { offset: start, end: start + bytes.length, what: `the envelope in ${path}` };
    if (wrong === undefined) continue;
    const offset = start + latin1(bytes).indexOf(wrong.signature);
    return { offset, end: offset + wrong.signature.length, what: `a signature in ${path}` };
  }
  return undefined;
}

/** The keys of lists of signers in wire format, by their fingerprints in base64. */
function keysIn(lists: readonly string[]): ReadonlyMap<string, string> {
  const keys = lists.flatMap((one) => one.match(/(?<= )AAAA[\w+/]+=*/g) ?? []).map(decoded);
  return new Map(keys.map((key) => [sha256(key).toString('base64'), key]));
}

/** What is wrong with an envelope: itself, or the first signature that doesn't hold. */
function findFalse(text: string, keys: ReadonlyMap<string, string>): 'envelope' | { signature: string } | undefined {
  const [, payload = '', list = ''] = text.length > ENVELOPE_BYTES_MAX ? [] : (ENVELOPE.exec(text) ?? []);
  const signatures = [...list.matchAll(SIGNATURE)];
  const isSpelled = signatures.map(([one]) => one).join(',') === list && spelled(decoded(payload)) === payload;
  if (list === '' || !isSpelled) return 'envelope';
  const body = decoded(payload);
  // DSSE protocol: what is signed, so that its type is signed with it.
  const message = `DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${body.length} ${body}`;
  for (const [, id = '', signature = ''] of signatures)
    if (!isSigned(message, { signature, key: keys.get(`${id}=`) ?? '' })) return { signature };
  return undefined;
}

/** Whether a key made a signature for a message as an approval, in the one spelling of ssh-keygen (PROTOCOL.sshsig). */
function isSigned(message: string, { signature, key }: { signature: string; key: string }): boolean {
  const base64 = decoded(signature).split('\n').slice(1, -2).join('');
  const [, , , hash = '', value = ''] = strings(decoded(base64).slice('SSHSIG'.length + 4));
  if (hash !== 'sha256' && hash !== 'sha512') return false;
  const blob = `SSHSIG\0\0\0\u0001${wire(key, NAMESPACE, '', hash, value)}`;
  const lines = spelled(blob).replaceAll(/.{70}(?=.)/g, '$&\n');
  const armored = `-----BEGIN SSH SIGNATURE-----\n${lines}\n-----END SSH SIGNATURE-----\n`;
  const digest = latin1(createHash(hash).update(message, 'latin1').digest());
  return spelled(armored) === signature && isMade(`SSHSIG${wire(NAMESPACE, '', hash, digest)}`, { value, key });
}

/** Whether a key made a value for these bytes (RFC 5656, 8332, 8709); hardware signs their digest and its own state. */
function isMade(bytes: string, { value, key }: { value: string; key: string }): boolean {
  const [type = '', ...numbers] = strings(key);
  const isHardware = type.startsWith('sk-');
  const state = isHardware ? value.slice(-5) : '';
  const [algorithm = '', made = ''] = strings(value.slice(0, value.length - state.length));
  const isOfKey = type === 'ssh-rsa' ? /^rsa-sha2-(?:256|512)$/.test(algorithm) : algorithm === type;
  if (!isOfKey || wire(algorithm, made) + state !== value || (isHardware && !isTouched(state))) return false;
  // PROTOCOL.u2f: the last string of the key is what it was made for.
  const signed = isHardware ? latin1(sha256(numbers.at(-1) ?? '')) + state + latin1(sha256(bytes)) : bytes;
  const bits = /(?:256|384|512)/.exec(algorithm)?.[0];
  const hash = type.includes('ed25519') ? undefined : `sha${bits ?? ''}`;
  const numbersMade = type.includes('ecdsa') ? pairOf(made, Number(bits) / 8) : made;
  try {
    const publicKey = createPublicKey({ format: 'jwk', key: webKey(type, numbers) });
    return verify(hash, bytesOf(signed), { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytesOf(numbersMade));
  } catch {
    // Numbers that are no key made nothing.
    return false;
  }
}

/** The first bit of what hardware says of the moment (PROTOCOL.u2f). */
function isTouched(state: string): boolean {
  return state.charCodeAt(0) % 2 === 1;
}

/** Both numbers of an ECDSA signature in so many bytes each. */
function pairOf(made: string, size: number): string {
  return strings(made)
    .map((number) => number.replace(/^\0/, '').padStart(size, '\0'))
    .join('');
}

/** A key as JSON Web Key (RFC 7517, 8037), by the strings that follow its type. */
function webKey(type: string, [first = '', second = '']: readonly string[]): JsonWebKey {
  if (type.includes('ed25519')) return { kty: 'OKP', crv: 'Ed25519', x: webText(first) };
  if (type === 'ssh-rsa') return { kty: 'RSA', e: webText(first), n: webText(second.replace(/^\0/, '')) };
  // The point follows the name of its curve: a byte that says that it is written out, and two numbers.
  const size = (second.length - 1) / 2;
  const [x, y] = [second.slice(1, 1 + size), second.slice(1 + size)];
  return { kty: 'EC', crv: first.replace('nistp', 'P-'), x: webText(x), y: webText(y) };
}

/** The first strings of SSH's wire format (RFC 4251 section 5), each byte a character. */
function strings(text: string, most = STRINGS_MAX): readonly string[] {
  const end = text.length < 4 ? Infinity : 4 + bytesOf(text.slice(0, 4)).readUInt32BE();
  return most === 0 || end > text.length ? [] : [text.slice(4, end), ...strings(text.slice(end), most - 1)];
}

function wire(...texts: readonly string[]): string {
  const length = (text: string): string => latin1(Buffer.from(text.length.toString(16).padStart(8, '0'), 'hex'));
  return texts.map((text) => length(text) + text).join('');
}

function decoded(base64: string): string {
  return latin1(Buffer.from(base64, 'base64'));
}

function spelled(bytes: string): string {
  return bytesOf(bytes).toString('base64');
}

function webText(bytes: string): string {
  return bytesOf(bytes).toString('base64url');
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

function sha256(bytes: string): Buffer {
  return createHash('sha256').update(bytes, 'latin1').digest();
}
