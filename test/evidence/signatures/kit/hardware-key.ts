import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** A number of four bytes, most significant first. */
function uint32(value: number): Buffer {
  return Buffer.from([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);
}

/** A field of the wire: its length, then itself. */
export function field(value: string | Uint8Array): Buffer {
  return Buffer.concat([uint32(Buffer.from(value).length), Buffer.from(value)]);
}

/** A positive integer of the wire, from hexadecimal digits. */
function integer(digits: string): Buffer {
  const even = digits.replace(/^(?:00)+/, '');
  return field(Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex'));
}

function sha256(value: string | Uint8Array): Buffer {
  return createHash('sha256').update(value).digest();
}

/** What a hardware key says when it signs. */
interface Moment {
  readonly namespace?: string;
  readonly application?: string;
  readonly flags?: number;
  readonly counter?: number;
}

/** A hardware key that is none: written from PROTOCOL.u2f and PROTOCOL.sshsig, sharing nothing with what it tests. */
export class HardwareKey {
  private readonly secret: KeyObject;
  private readonly point: Buffer;

  public constructor(private readonly kind: 'ed25519' | 'ecdsa') {
    const pair =
      kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    this.secret = pair.privateKey;
    const point = pair.publicKey.export({ format: 'der', type: 'spki' });
    this.point = point.subarray(kind === 'ed25519' ? -32 : -65);
  }

  private get type(): string {
    return this.kind === 'ed25519' ? 'sk-ssh-ed25519@openssh.com' : 'sk-ecdsa-sha2-nistp256@openssh.com';
  }

  private blob(application: string): Buffer {
    const point = this.kind === 'ed25519' ? [field(this.point)] : [field('nistp256'), field(this.point)];
    return Buffer.concat([field(this.type), ...point, field(application)]);
  }

  public publicKey(application = 'ssh:'): string {
    return `${this.type} ${this.blob(application).toString('base64')}`;
  }

  /** The text of a signature as ssh-keygen would write it. */
  public sign(message: Uint8Array, moment: Moment = {}): string {
    const { namespace = 'file', application = 'ssh:', flags = 1, counter = 7 } = moment;
    const digest = createHash('sha512').update(message).digest();
    const wrapped = Buffer.concat([
      Buffer.from('SSHSIG'),
      ...[namespace, '', 'sha512', digest].map((one) => field(one)),
    ]);
    const state = Buffer.concat([Buffer.from([flags]), uint32(counter)]);
    const made = this.make(Buffer.concat([sha256(application), state, sha256(wrapped)]));
    const value = Buffer.concat([field(this.type), field(made), state]);
    const blob = Buffer.concat([
      Buffer.from('SSHSIG'),
      uint32(1),
      ...[this.blob(application), namespace, '', 'sha512', value].map((one) => field(one)),
    ]);
    const lines = blob.toString('base64').replaceAll(/.{70}/g, '$&\n').trimEnd();
    return `-----BEGIN SSH SIGNATURE-----\n${lines}\n-----END SSH SIGNATURE-----\n`;
  }

  private make(bytes: Buffer): Buffer {
    if (this.kind === 'ed25519') return sign(undefined, bytes, this.secret);
    const pair = sign('sha256', bytes, { key: this.secret, dsaEncoding: 'ieee-p1363' }).toString('hex');
    return Buffer.concat([integer(pair.slice(0, 64)), integer(pair.slice(64))]);
  }
}
