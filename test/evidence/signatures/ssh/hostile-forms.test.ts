import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { armorSignature } from '../../../../evidence/signatures/ssh/armor';
import { parsePrivateKey } from '../../../../evidence/signatures/ssh/private-key';
import { parsePublicKey, printPublicKey } from '../../../../evidence/signatures/ssh/public-key';
import { parseSignature } from '../../../../evidence/signatures/ssh/signature';
import { signMessage } from '../../../../evidence/signatures/ssh/sign-message';
import { verifySignature } from '../../../../evidence/signatures/ssh/verify-signature';
import { tryInstantSeconds } from '../../../../evidence/signatures/ssh/instant';
import { failure, valueOf, type Result } from '../../../../model/problem';
import { codesOf } from '../kit/codes';
import { field, HardwareKey } from '../kit/hardware-key';
import { newKey } from '../kit/scene';

const key = newKey();
const message = Buffer.from('một bản rà soát');
const namespace = 'ndc-approval';
const armored = valueOf(signMessage({ key, message, namespace }));
const { blob } = valueOf(parseSignature(armored));

/** What becomes of a signature in wire format. */
function judged(bytes: Uint8Array): Result<unknown> {
  const parsed = parseSignature(armorSignature(bytes));
  return parsed.ok ? verifySignature(parsed.value, { message, namespace }) : failure(parsed.problems);
}

const ED25519 = 'ssh-ed25519';
const point = key.publicKey.blob.subarray(-32);
const one = Buffer.from([0, 0, 0, 1]);

/** A signature of fields, each of which may be bent. */
function forge(bend: Record<string, Uint8Array | string>): Buffer {
  const value = Buffer.concat([field(ED25519), field(blob.subarray(-64))]);
  const parts = { key: key.publicKey.blob, namespace, reserved: '', hash: 'sha512', value, ...bend };
  const fields = [parts.key, parts.namespace, parts.reserved, parts.hash, parts.value].map((part) => field(part));
  return Buffer.concat([Buffer.from('SSHSIG'), one, ...fields]);
}

/** A public key line of fields. */
function keyLine(type: string, ...fields: readonly (Uint8Array | string)[]): string {
  return `${type} ${Buffer.concat([type, ...fields].map((part) => field(part))).toString('base64')}`;
}

function modulus(bytes: number, first = 0xc1): Buffer {
  return Buffer.concat([Buffer.from([0, first]), Buffer.alloc(bytes - 1, 0x55)]);
}

describe('a signature', () => {
  it('holds as it was made', () => {
    expect(codesOf(judged(blob))).toBe('holds');
    expect(forge({})).toEqual(blob);
  });

  it('is void with any one bit flipped', () => {
    const flips = [...blob.keys()].flatMap((at) => Array.from({ length: 8 }, (_, bit) => [at, bit] as const));
    const good = flips.filter(
      ([at, bit]) => judged(blob.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte))).ok,
    );
    expect(good).toEqual([]);
  });

  it.each([
    ['ECDSA on P-256', generateKeyPairSync('ec', { namedCurve: 'prime256v1' })],
    ['ECDSA on P-384', generateKeyPairSync('ec', { namedCurve: 'secp384r1' })],
    ['RSA', generateKeyPairSync('rsa', { modulusLength: 3_072 })],
  ])('of %s is void with any one bit flipped', (_, { privateKey }) => {
    const other = valueOf(parsePrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()));
    const signed = valueOf(parseSignature(valueOf(signMessage({ key: other, message, namespace })))).blob;
    expect(codesOf(judged(signed))).toBe('holds');
    fc.assert(
      fc.property(fc.nat(signed.length - 1), fc.nat(7), (at, bit) => {
        expect(judged(signed.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte))).ok).toBe(false);
      }),
      { seed: 17, numRuns: 300 },
    );
  });

  it.each([
    ['another magic', Buffer.concat([Buffer.from('SSHSIg'), blob.subarray(6)]), 'signature-magic'],
    [
      'version 2',
      Buffer.concat([Buffer.from('SSHSIG'), Buffer.from([0, 0, 0, 2]), blob.subarray(10)]),
      'signature-version',
    ],
    ['an empty namespace', forge({ namespace: '' }), 'signature-namespace-empty'],
    ['a namespace with a zero', forge({ namespace: 'ndc-approval\0' }), 'wire-name'],
    ['something in the reserved field', forge({ reserved: 'x' }), 'wire-length'],
    ['a hash that is broken', forge({ hash: 'sha1' }), 'signature-hash'],
    ['another hash than was signed', forge({ hash: 'sha256' }), 'signature-false'],
    ['bytes behind its end', Buffer.concat([blob, Buffer.alloc(1)]), 'wire-too-long'],
    ['its end cut off', blob.subarray(0, -1), 'wire-too-short'],
    [
      'a length beyond all bytes',
      Buffer.concat([blob.subarray(0, 10), Buffer.from([255, 255, 255, 255])]),
      'wire-too-short',
    ],
    [
      'the algorithm of another key',
      forge({ value: Buffer.concat([field('ssh-rsa'), field(Buffer.alloc(64))]) }),
      'signature-algorithm',
    ],
    [
      'a value behind its value',
      forge({ value: Buffer.concat([field(ED25519), field(Buffer.alloc(64)), one]) }),
      'wire-too-long',
    ],
    ['a short value', forge({ value: Buffer.concat([field(ED25519), field(Buffer.alloc(63))]) }), 'wire-length'],
  ])('refuses one with %s', (_, bytes, code) => {
    expect(codesOf(judged(bytes))).toBe(code);
  });

  it.each([
    ['no lines around', blob.toString('base64'), 'signature-armor'],
    ['the lines of a PGP signature', armored.replaceAll('SSH', 'PGP'), 'signature-armor'],
    ['nothing between its lines', '-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n', 'signature-armor'],
    ['a text before it', `\n${armored}`, 'signature-armor'],
    ['a text behind it', `${armored}\n`, 'signature-armor'],
    ['white space in a line', armored.replace('\nU', '\n U'), 'base64-not-canonical'],
    ['letters of URLs', armored.replace('\nU', '\n_U'), 'base64-not-canonical'],
    ['more than is read', armorSignature(Buffer.alloc(8_000)), 'signature-armor'],
  ])('refuses a text with %s', (_, text, code) => {
    expect(codesOf(parseSignature(text))).toBe(code);
  });

  it('is read from any bytes and any text without a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'binary' }), (bytes, text) => {
        expect(judged(bytes).ok).toBe(false);
        expect(judged(Buffer.concat([blob.subarray(0, 10), bytes])).ok).toBe(false);
        expect(parseSignature(text).ok).toBe(false);
        expect(parsePublicKey(`ssh-ed25519 ${text}`).ok).toBe(false);
        expect(parsePublicKey(keyLine('ecdsa-sha2-nistp256', bytes)).ok).toBe(false);
        expect(parsePrivateKey(text).ok).toBe(false);
        const file = [
          '-----BEGIN OPENSSH PRIVATE KEY-----',
          Buffer.concat([Buffer.from('openssh-key-v1\0'), bytes]).toString('base64'),
          '-----END OPENSSH PRIVATE KEY-----',
        ];
        expect(parsePrivateKey(file.join('\n')).ok).toBe(false);
      }),
      { seed: 17, numRuns: 300 },
    );
  });

  it('refuses to be made without a name for what it is', () => {
    expect(codesOf(signMessage({ key, message, namespace: '' }))).toBe('signature-namespace-empty');
    expect(codesOf(signMessage({ key, message, namespace: 'a b' }))).toBe('signature-namespace-empty');
  });

  it('is the same each time for keys that take no chance', () => {
    expect(valueOf(signMessage({ key, message, namespace }))).toBe(armored);
  });
});

describe.each(['ed25519', 'ecdsa'] as const)('a hardware key of %s', (kind) => {
  const hardware = new HardwareKey(kind);
  const codes = (text: string): string => {
    const parsed = parseSignature(text);
    return codesOf(parsed.ok ? verifySignature(parsed.value, { message, namespace }) : parsed);
  };

  it('signs with what it says of the moment, none of which can be changed', () => {
    expect(codes(hardware.sign(message, { namespace, flags: 5, counter: 2 ** 32 - 1 }))).toBe('holds');
    const { blob: signed } = valueOf(parseSignature(hardware.sign(message, { namespace, counter: 1 })));
    const later = Buffer.concat([signed.subarray(0, -1), Buffer.from([2])]);
    expect(codes(armorSignature(later))).toBe('signature-false');
  });

  it('refuses a signature that nobody touched it for', () => {
    expect(codes(hardware.sign(message, { namespace, flags: 0 }))).toBe('signature-untouched');
    expect(codes(hardware.sign(message, { namespace, flags: 4 }))).toBe('signature-untouched');
  });

  it('refuses a key that was made for a web site', () => {
    expect(codes(hardware.sign(message, { namespace, application: 'https://example.gov.vn' }))).toBe('key-application');
    expect(codesOf(parsePublicKey(hardware.publicKey('https://example.gov.vn')))).toBe('key-application');
  });
});

describe('a public key', () => {
  it('means the same with any comment', () => {
    const line = printPublicKey(key.publicKey);
    expect(valueOf(parsePublicKey(`${line} an@máy-trạm\n`)).fingerprint).toBe(key.publicKey.fingerprint);
  });

  it.each([
    ['a type that is not its own', `ssh-rsa ${key.publicKey.blob.toString('base64')}`, 'key-line-type'],
    ['options before it', `command="x" ${printPublicKey(key.publicKey)}`, 'key-line'],
    ['a second line', `${printPublicKey(key.publicKey)}\n${printPublicKey(key.publicKey)}`, 'key-line'],
    [
      'base64 that is cut off',
      `${ED25519} ${key.publicKey.blob.toString('base64').replace(/.$/, '')}`,
      'base64-not-canonical',
    ],
    ['a certificate', keyLine('ssh-ed25519-cert-v01@openssh.com', point), 'key-type'],
    ['DSA', keyLine('ssh-dss', point), 'key-type'],
    ['the curve of another type', keyLine('ecdsa-sha2-nistp256', 'nistp384', Buffer.alloc(65, 4)), 'key-curve'],
    ['a point off its curve', keyLine('ecdsa-sha2-nistp256', 'nistp256', Buffer.alloc(65, 4)), 'key-none'],
    ['a compressed point', keyLine('ecdsa-sha2-nistp256', 'nistp256', Buffer.alloc(65, 2)), 'key-point'],
    ['RSA of 3,071 bits', keyLine('ssh-rsa', Buffer.from([1, 0, 1]), modulus(384, 0x41).subarray(1)), 'key-bits'],
    ['RSA of 16,384 bits', keyLine('ssh-rsa', Buffer.from([1, 0, 1]), modulus(1_100)), 'key-bits'],
    ['the exponent 3', keyLine('ssh-rsa', Buffer.from([3]), modulus(384)), 'key-exponent'],
    ['an even exponent', keyLine('ssh-rsa', Buffer.from([1, 0, 2]), modulus(384)), 'key-exponent'],
    ['a needless zero in a number', keyLine('ssh-rsa', Buffer.from([0, 1, 0, 1]), modulus(384)), 'wire-integer'],
    ['a negative number', keyLine('ssh-rsa', Buffer.from([0x81, 0, 1]), modulus(384)), 'wire-integer'],
    ['more behind it', keyLine(ED25519, point, 'x'), 'wire-too-long'],
    ['too many bytes', keyLine(ED25519, Buffer.alloc(2_100)), 'key-too-large'],
  ])('refuses %s', (_, line, code) => {
    expect(codesOf(parsePublicKey(line))).toBe(code);
  });

  it('accepts RSA of 3,072 bits', () => {
    expect(codesOf(parsePublicKey(keyLine('ssh-rsa', Buffer.from([1, 0, 1]), modulus(384))))).toBe('holds');
  });
});

describe('an instant', () => {
  it.each([
    ['2000-01-01T00:00:00Z', 946_684_800],
    ['2024-02-29T23:59:59Z', 1_709_251_199],
    ['2023-02-29T00:00:00Z', undefined],
    ['2026-10-01T24:00:00Z', undefined],
    ['2026-10-01T08:30:60Z', undefined],
    ['2026-10-01T08:30:00+00:00', undefined],
    ['2026-10-01T08:30:00.0Z', undefined],
    ['2026-10-01', undefined],
    ['1999-12-31T23:59:59Z', undefined],
    ['２026-10-01T08:30:00Z', undefined],
  ])('%s is %s seconds', (text, seconds) => {
    expect(tryInstantSeconds(text)).toBe(seconds);
  });
});
