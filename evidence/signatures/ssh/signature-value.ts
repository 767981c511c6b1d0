import type { Curve } from './key-form';
import type { SshPublicKey } from './public-key';
import { refuse } from './refuse';
import { WireReader } from './wire-reader';

/** What a key made of the signed bytes. */
export interface SignatureValue {
  /** Such as `rsa-sha2-512`. */
  readonly algorithm: string;
  /** As `node:crypto` takes it: 64 bytes of Ed25519, r and s of ECDSA side by side, or an RSA number. */
  readonly bytes: Buffer;
  /** What hardware says of the moment; undefined for other keys. */
  readonly hardware: HardwareState | undefined;
}

/** What a hardware key signs beside the message (PROTOCOL.u2f). */
export interface HardwareState {
  /** Bit 0: a person touched it. Bit 2: the person was verified by PIN or finger. */
  readonly flags: number;
  /** How many signatures it made before. */
  readonly counter: number;
}

const ED25519_BYTES = 64;

/** The algorithms by which keys of a type sign; SHA-1, which `ssh-rsa` would mean, is none of them. */
export function algorithmsOf({ type }: Pick<SshPublicKey, 'type'>): readonly string[] {
  return type === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256'] : [type];
}

/** Reads what a key is said to have made; throws what `readAt` turns into a problem. */
export function readSignatureValue(key: SshPublicKey, blob: Buffer): SignatureValue {
  const reader = new WireReader(blob, 'the value of the signature');
  const algorithm = reader.name('algorithm');
  if (!algorithmsOf(key).includes(algorithm))
    return refuse({
      code: 'signature-algorithm',
      what: 'the signature is made by an algorithm that is not accepted for its key',
      got: algorithm,
      want: algorithmsOf(key).join(' or '),
    });
  const bytes = readBytes(key, reader);
  const hardware = key.form.isHardware ? { flags: reader.byte('flags'), counter: reader.uint32('counter') } : undefined;
  reader.end();
  return { algorithm, bytes, hardware };
}

function readBytes({ form, key }: SshPublicKey, reader: WireReader): Buffer {
  if (form.kind === 'ed25519') return reader.stringOf(ED25519_BYTES, 'Ed25519 signature');
  if (form.kind === 'ecdsa') return readPair(form.curve, reader.string('ECDSA signature'));
  return reader.stringOf(Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? 0) / 8), 'RSA signature');
}

function readPair({ bytes }: Curve, blob: Buffer): Buffer {
  const reader = new WireReader(blob, 'the ECDSA signature');
  const pair = Buffer.concat([padded(reader.positive('r'), bytes), padded(reader.positive('s'), bytes)]);
  reader.end();
  return pair;
}

function padded(number: Buffer, bytes: number): Buffer {
  if (number.length <= bytes) return Buffer.concat([Buffer.alloc(bytes - number.length), number]);
  return refuse({
    code: 'signature-number',
    what: 'a number of the ECDSA signature is larger than its curve',
    got: `${number.length} bytes`,
    want: `at most ${bytes} bytes`,
  });
}
