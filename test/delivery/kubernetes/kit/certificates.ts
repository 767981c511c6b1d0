import { createPublicKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isIPv4 } from 'node:net';

/** A certificate of a test and its key, in PEM. */
export interface IssuedCertificate {
  readonly certificate: string;
  readonly key: string;
}

/** An authority that lives as long as a test. */
export interface TestAuthority extends IssuedCertificate {
  issue(subject: CertificateSubject): IssuedCertificate;
}

/** Whom a certificate is for. */
export interface CertificateSubject {
  readonly name: string;
  /** @default - none */
  readonly organization?: string;
  /** Host names and IPv4 addresses of a server.
   * @default - none
   */
  readonly hosts?: readonly string[];
  /** Days from now; negative for one that has run out.
   * @default - a day
   */
  readonly endsInDays?: number;
}

const HOUR_MILLISECONDS = 3_600_000;
const DAY_MILLISECONDS = 24 * HOUR_MILLISECONDS;

/** Makes an authority with X.509 certificates (RFC 5280) on P-256, written by hand: Node signs, but has no builder. */
export function makeAuthority(name = 'test authority'): TestAuthority {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = { name, key: privateKey };
  const own = certificateOf({ subject: { name }, publicKey: createPublicKey(privateKey), issuer, isAuthority: true });
  return {
    certificate: own,
    key: pem(privateKey),
    issue: (subject) => {
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const certificate = certificateOf({ subject, publicKey: pair.publicKey, issuer, isAuthority: false });
      return { certificate, key: pem(pair.privateKey) };
    },
  };
}

function pem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

interface Parts {
  readonly subject: CertificateSubject;
  readonly publicKey: KeyObject;
  readonly issuer: { readonly name: string; readonly key: KeyObject };
  readonly isAuthority: boolean;
}

function certificateOf({ subject, publicKey, issuer, isAuthority }: Parts): string {
  const algorithm = sequence(objectId('1.2.840.10045.4.3.2'));
  const end = Date.now() + (subject.endsInDays ?? 1) * DAY_MILLISECONDS;
  const start = Math.min(Date.now(), end) - HOUR_MILLISECONDS;
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    distinguishedName({ name: issuer.name }),
    sequence(time(start), time(end)),
    distinguishedName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions(subject, isAuthority))),
  );
  const signature = sign('sha256', body, issuer.key);
  const der = sequence(body, algorithm, tagged(0x03, Buffer.from([0]), signature));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function extensions({ hosts = [] }: CertificateSubject, isAuthority: boolean): readonly Buffer[] {
  const extension = (id: string, value: Buffer): Buffer => sequence(objectId(id), tagged(0x04, value));
  if (isAuthority) return [extension('2.5.29.19', sequence(tagged(0x01, Buffer.from([0xff]))))];
  const names = hosts.map((host) =>
    isIPv4(host) ? tagged(0x87, Buffer.from(host.split('.').map(Number))) : tagged(0x82, Buffer.from(host)),
  );
  return [
    extension('2.5.29.19', sequence()),
    ...(names.length === 0 ? [] : [extension('2.5.29.17', sequence(...names))]),
  ];
}

function distinguishedName({ name, organization }: CertificateSubject): Buffer {
  const part = (id: string, text: string): Buffer =>
    tagged(0x31, sequence(objectId(id), tagged(0x0c, Buffer.from(text))));
  return sequence(...(organization === undefined ? [] : [part('2.5.4.10', organization)]), part('2.5.4.3', name));
}

function time(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return tagged(0x18, Buffer.from(digits));
}

function objectId(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): readonly number[] {
  const digits = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}

function integer(value: Buffer): Buffer {
  return tagged(0x02, value);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content]);
}

function lengthOf(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}
