import type { JsonWebKey } from 'node:crypto';
import { decodeBase64 } from './base64';
import { findKeyForm, readKeyMaterial, webText, type KeyForm } from './key-form';
import { refuse } from './refuse';
import { WireReader } from './wire-reader';

const BEGIN = '-----BEGIN OPENSSH PRIVATE KEY-----';
const END = '-----END OPENSSH PRIVATE KEY-----';
const MAGIC = 'openssh-key-v1\0';
const BLOCK_BYTES = 8;
const SEED_BYTES = 32;

/** A private key with the public half that the file gives beside it. */
export interface OpenSshPrivateKey {
  /** The public half in wire format. */
  readonly blob: Buffer;
  readonly key: JsonWebKey;
}

/** Whether a text says that it is a private key as OpenSSH writes it. */
export function isOpenSshPrivateKey(text: string): boolean {
  return text.trimStart().startsWith(BEGIN);
}

/** Reads an unencrypted private key (OpenSSH PROTOCOL.key); throws what `readAt` turns into a problem. */
export function readOpenSshPrivateKey(text: string): OpenSshPrivateKey {
  const lines = text.trim().split(/\r?\n/);
  if (lines.at(-1) !== END)
    return refuse({
      code: 'private-key-armor',
      what: 'the private key is cut off',
      got: `${lines.length} lines`,
      want: `lines up to ${END}`,
    });
  const reader = new WireReader(decodeBase64(lines.slice(1, -1).join(''), 'the private key'), 'the private key');
  if (reader.take(MAGIC.length, 'magic').toString('latin1') !== MAGIC)
    return refuse({
      code: 'private-key-magic',
      what: 'the private key has another version',
      got: 'other first bytes',
      want: 'openssh-key-v1',
    });
  const cipher = reader.name('cipher');
  reader.string('key derivation');
  reader.string('options of the key derivation');
  if (cipher !== 'none')
    return refuse({
      code: 'private-key-encrypted',
      what: 'the private key has a passphrase',
      got: `a key encrypted by ${cipher}`,
      want: 'a key without passphrase',
    });
  const count = reader.uint32('number of keys');
  if (count !== 1)
    return refuse({ code: 'private-key-count', what: 'the file has not one key', got: `${count} keys`, want: 'one' });
  const blob = reader.string('public half');
  const key = readSecrets(reader.string('private half'));
  reader.end();
  return { blob, key };
}

function readSecrets(bytes: Buffer): JsonWebKey {
  const reader = new WireReader(bytes, 'the private half');
  const isWhole = reader.uint32('check') === reader.uint32('check') && bytes.length % BLOCK_BYTES === 0;
  if (!isWhole)
    return refuse({
      code: 'private-key-check',
      what: 'the private half is damaged',
      got: 'two different checks',
      want: 'twice the same',
    });
  const { type, form } = findKeyForm(reader.name('type'));
  if (form.isHardware)
    return refuse({
      code: 'private-key-hardware',
      what: 'the private key is in hardware, the file only points to it',
      got: type,
      want: 'a key that is in the file',
    });
  const key = readSecret(form, reader);
  reader.string('comment');
  const padding = reader.take(reader.left, 'padding');
  if (padding.length < BLOCK_BYTES && padding.every((byte, index) => byte === index + 1)) return key;
  return refuse({
    code: 'private-key-padding',
    what: 'the private half ends in something else',
    got: `${padding.length} bytes`,
    want: 'the bytes 1, 2, 3 … up to a whole block',
  });
}

function readSecret(form: KeyForm, reader: WireReader): JsonWebKey {
  if (form.kind === 'rsa') return readRsa(reader);
  const material = readKeyMaterial(form, reader);
  if (form.kind === 'ed25519')
    return { ...material, d: webText(reader.stringOf(2 * SEED_BYTES, 'seed').subarray(0, SEED_BYTES)) };
  const secret = reader
    .positive('secret')
    .toString('hex')
    .padStart(2 * form.curve.bytes, '0');
  return { ...material, d: webText(Buffer.from(secret, 'hex')) };
}

/** OpenSSH leaves out two numbers that follow from the others. */
function readRsa(reader: WireReader): JsonWebKey {
  const [n, e, d] = [reader.positive('modulus'), reader.positive('exponent'), reader.positive('secret')];
  const [inverse, p, q] = [reader.positive('inverse'), reader.positive('first prime'), reader.positive('second prime')];
  const remainder = (prime: Buffer): string => {
    const modulus = numberOf(prime) - 1n;
    const digits = (modulus === 0n ? 0n : numberOf(d) % modulus).toString(16);
    return webText(Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex'));
  };
  return {
    kty: 'RSA',
    n: webText(n),
    e: webText(e),
    d: webText(d),
    p: webText(p),
    q: webText(q),
    dp: remainder(p),
    dq: remainder(q),
    qi: webText(inverse),
  };
}

function numberOf(magnitude: Buffer): bigint {
  return BigInt(`0x${magnitude.toString('hex')}`);
}
