import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { parsePrivateKey } from '../../../../evidence/signatures/ssh/private-key';
import { valueOf } from '../../../../model/problem';
import { codesOf } from '../kit/codes';
import { field } from '../kit/hardware-key';

const TYPE = 'ssh-ed25519';
const pair = generateKeyPairSync('ed25519');
const seed = pair.privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
const point = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);

interface Bend {
  readonly cipher?: string;
  readonly count?: number;
  readonly point?: Uint8Array;
  readonly check?: Uint8Array;
  readonly type?: string;
  readonly padding?: readonly number[];
  readonly more?: Uint8Array;
}

/** An unencrypted private key file, written from PROTOCOL.key, any part of which may be bent. */
function writeFile(bend: Bend = {}): string {
  const check = Buffer.from([1, 2, 3, 4]);
  const secret = [TYPE, point, Buffer.concat([seed, point]), 'an'].map((part) => field(part));
  const [type, ...rest] = bend.type === undefined ? secret : [field(bend.type), ...secret.slice(1)];
  const body = Buffer.concat([check, bend.check ?? check, type ?? Buffer.alloc(0), ...rest]);
  const whole = Array.from({ length: (8 - (body.length % 8)) % 8 }, (_, index) => index + 1);
  const blob = Buffer.concat([field(TYPE), field(bend.point ?? point)]);
  const bytes = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    ...[bend.cipher ?? 'none', 'none', ''].map((part) => field(part)),
    Buffer.from([0, 0, 0, bend.count ?? 1]),
    field(blob),
    field(Buffer.concat([body, Buffer.from(bend.padding ?? whole)])),
    bend.more ?? Buffer.alloc(0),
  ]);
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${bytes.toString('base64')}\n-----END OPENSSH PRIVATE KEY-----\n`;
}

describe('a private key file', () => {
  it('gives its key', () => {
    const { key, publicKey } = valueOf(parsePrivateKey(writeFile()));
    expect(createPublicKey(key).equals(pair.publicKey)).toBe(true);
    expect(publicKey.blob).toEqual(Buffer.concat([field(TYPE), field(point)]));
  });

  it.each([
    ['an encrypted half', { cipher: 'aes256-ctr' }, 'private-key-encrypted'],
    ['two keys', { count: 2 }, 'private-key-count'],
    ['the public half of another key', { point: other }, 'private-key-parts'],
    ['two different checks', { check: Buffer.from([1, 2, 3, 5]) }, 'private-key-check'],
    ['an unfinished block', { padding: [1] }, 'private-key-check'],
    ['other bytes at its end', { padding: [1, 2, 4] }, 'private-key-padding'],
    [
      'a whole block at its end',
      { padding: Array.from({ length: 11 }, (_, index) => index + 1) },
      'private-key-padding',
    ],
    ['a key in hardware', { type: 'sk-ssh-ed25519@openssh.com' }, 'private-key-hardware'],
    ['a type that is not accepted', { type: 'ssh-ed448' }, 'key-type'],
    ['bytes behind its end', { more: Buffer.alloc(1) }, 'wire-too-long'],
  ])('refuses one with %s', (_, bend, code) => {
    expect(codesOf(parsePrivateKey(writeFile(bend)))).toBe(code);
  });

  it('refuses other texts and other kinds of keys in PEM', () => {
    const pem = generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    for (const text of ['', 'none', pem, 'x'.repeat(40_000)])
      expect(codesOf(parsePrivateKey(text))).toBe('private-key-none');
  });

  it('is never repeated in a problem', () => {
    for (const bend of [{ padding: [1] }, { count: 2 }, { point: other }]) {
      const said = JSON.stringify(parsePrivateKey(writeFile(bend)));
      for (const form of ['hex', 'base64', 'base64url'] as const)
        expect(said).not.toContain(seed.toString(form).slice(0, 8));
    }
  });
});
