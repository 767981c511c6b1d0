import type { JsonWebKey } from 'node:crypto';
import { refuse } from './refuse';
import type { WireReader } from './wire-reader';

/** Types of SSH keys whose signatures are accepted; the last two live in hardware (OpenSSH PROTOCOL.u2f). */
export type SshKeyType =
  | 'ssh-ed25519'
  | 'ecdsa-sha2-nistp256'
  | 'ecdsa-sha2-nistp384'
  | 'ssh-rsa'
  | 'sk-ssh-ed25519@openssh.com'
  | 'sk-ecdsa-sha2-nistp256@openssh.com';

/** A curve of ECDSA (RFC 5656): its names, the bytes of a coordinate, and the hash that goes with it. */
export interface Curve {
  readonly name: 'nistp256' | 'nistp384';
  readonly webName: string;
  readonly bytes: number;
  readonly hash: 'sha256' | 'sha384';
}

/** What a type of key is made of, and by what its signatures are made. */
export type KeyForm =
  | { readonly kind: 'ed25519'; readonly isHardware: boolean }
  | { readonly kind: 'ecdsa'; readonly isHardware: boolean; readonly curve: Curve }
  | { readonly kind: 'rsa'; readonly isHardware: false };

const P256: Curve = { name: 'nistp256', webName: 'P-256', bytes: 32, hash: 'sha256' };
const P384: Curve = { name: 'nistp384', webName: 'P-384', bytes: 48, hash: 'sha384' };

/** The accepted types of keys, each with its form. */
const keyForms: ReadonlyMap<SshKeyType, KeyForm> = new Map<SshKeyType, KeyForm>([
  ['ssh-ed25519', { kind: 'ed25519', isHardware: false }],
  ['ecdsa-sha2-nistp256', { kind: 'ecdsa', isHardware: false, curve: P256 }],
  ['ecdsa-sha2-nistp384', { kind: 'ecdsa', isHardware: false, curve: P384 }],
  ['ssh-rsa', { kind: 'rsa', isHardware: false }],
  ['sk-ssh-ed25519@openssh.com', { kind: 'ed25519', isHardware: true }],
  ['sk-ecdsa-sha2-nistp256@openssh.com', { kind: 'ecdsa', isHardware: true, curve: P256 }],
]);

/** Fewer bits can be broken in the time for which evidence is kept. */
const RSA_BITS_MIN = 3_072;
/** More bits only cost time of whoever verifies. */
const RSA_BITS_MAX = 8_192;

const ED25519_BYTES = 32;
const EXPONENT_MIN = 65_537;
const EXPONENT_BYTES_MAX = 4;
const UNCOMPRESSED = 0x04;

/** The type of key that a name stands for, with its form. */
export function findKeyForm(name: string): { readonly type: SshKeyType; readonly form: KeyForm } {
  for (const [type, form] of keyForms) if (type === name) return { type, form };
  return refuse({
    code: 'key-type',
    what: 'keys of this type are not accepted',
    got: JSON.stringify(name.slice(0, 64)),
    want: [...keyForms.keys()].join(', '),
  });
}

/** Reads the public part of a key, behind the name of its type, as JSON Web Key (RFC 7517, RFC 8037). */
export function readKeyMaterial(form: KeyForm, reader: WireReader): JsonWebKey {
  if (form.kind === 'ed25519') return { kty: 'OKP', crv: 'Ed25519', x: webText(reader.stringOf(ED25519_BYTES, 'key')) };
  return form.kind === 'ecdsa' ? readPoint(form.curve, reader) : readModulus(reader);
}

function readPoint({ name, webName, bytes }: Curve, reader: WireReader): JsonWebKey {
  const curve = reader.name('curve');
  if (curve !== name)
    return refuse({ code: 'key-curve', what: 'the key names another curve than its type', got: curve, want: name });
  const point = reader.stringOf(1 + 2 * bytes, 'point');
  if (point[0] !== UNCOMPRESSED)
    return refuse({
      code: 'key-point',
      what: 'the point of the key is compressed or none',
      got: `a first byte of ${point[0] ?? 0}`,
      want: 'a point written out (first byte 4)',
    });
  return { kty: 'EC', crv: webName, x: webText(point.subarray(1, 1 + bytes)), y: webText(point.subarray(1 + bytes)) };
}

function readModulus(reader: WireReader): JsonWebKey {
  const [exponent, modulus] = [reader.positive('exponent'), reader.positive('modulus')];
  const value = exponent.length > EXPONENT_BYTES_MAX ? 0 : exponent.readUIntBE(0, exponent.length);
  if (value < EXPONENT_MIN || value % 2 === 0)
    return refuse({
      code: 'key-exponent',
      what: 'the RSA key has an exponent that is not accepted',
      got: `0x${exponent.subarray(0, 16).toString('hex')}`,
      want: `an odd number from ${EXPONENT_MIN} to ${2 ** 32 - 1}`,
    });
  const bits = modulus.length * 8 - Math.clz32(modulus[0] ?? 0) + 24;
  if (bits < RSA_BITS_MIN || bits > RSA_BITS_MAX)
    return refuse({
      code: 'key-bits',
      what: 'the RSA key is too short or too long',
      got: `${bits} bits`,
      want: `${RSA_BITS_MIN} to ${RSA_BITS_MAX} bits`,
    });
  return { kty: 'RSA', e: webText(exponent), n: webText(modulus) };
}

/** Base64url without padding (RFC 4648 section 5). */
export function webText(bytes: Buffer): string {
  return bytes.toString('base64url');
}
