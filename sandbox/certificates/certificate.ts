import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject,
  type KeyPairKeyObjectResult,
} from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  Certificate,
  type Extensions,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';
import { authorityExtensions, leafExtensions, type Purpose } from './extensions';
import { distinguishedName, type Subject } from './distinguished-name';

const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';
/** Clocks of one machine agree, but those who look at a certificate may not. */
const BACKDATED_MILLISECONDS = 300_000;
const DAY_MILLISECONDS = 86_400_000;
const SERIAL_BYTES = 16;

/** A certificate and its private key, in PEM. */
export interface KeyedCertificate {
  readonly certificate: string;
  /** PKCS #8. */
  readonly key: string;
}

/** Who signs: its certificate, its key and its name. */
export interface Authority extends KeyedCertificate {
  readonly subject: Subject;
}

/** How long something is valid. */
export interface Lifetime {
  readonly from: Date;
  readonly days: number;
}

/** What a certificate of a server or client says. */
export interface LeafRequest extends Lifetime {
  readonly subject: Subject;
  readonly purposes: readonly Purpose[];
  /** DNS names that a server answers to.
   * @default - none
   */
  readonly hosts?: readonly string[];
  /** Addresses that a server answers at.
   * @default - none
   */
  readonly addresses?: readonly string[];
}

/** Makes a certificate authority that signs servers and clients, but no further authority. */
export function createAuthority(subject: Subject, lifetime: Lifetime): Authority {
  const keys = createKeys();
  const spki = publicKeyInfo(keys.publicKey);
  const extensions = authorityExtensions(keyIdentifier(spki));
  const tbs = toBeSigned({ subject, issuer: subject, spki, lifetime, extensions });
  return { subject, ...signed(tbs, keys, keys.privateKey) };
}

/** Issues a certificate with a new key for a server or client (RFC 5280). */
export function issueCertificate(authority: Authority, request: LeafRequest): KeyedCertificate {
  const keys = createKeys();
  const issuerKey = keyIdentifier(publicKeyInfo(createPublicKey(authority.certificate)));
  const tbs = toBeSigned({
    subject: request.subject,
    issuer: authority.subject,
    spki: publicKeyInfo(keys.publicKey),
    lifetime: request,
    extensions: leafExtensions(request, issuerKey),
  });
  return signed(tbs, keys, authority.key);
}

/** A key pair without a certificate, for tokens of service accounts. */
export function createTokenKeys(): { readonly publicKey: string; readonly privateKey: string } {
  const { publicKey, privateKey } = createKeys();
  return { publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(), privateKey: pemOfKey(privateKey) };
}

function createKeys(): KeyPairKeyObjectResult {
  return generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
}

interface Content {
  readonly subject: Subject;
  readonly issuer: Subject;
  readonly spki: SubjectPublicKeyInfo;
  readonly lifetime: Lifetime;
  readonly extensions: Extensions;
}

function toBeSigned({ subject, issuer, spki, lifetime, extensions }: Content): TBSCertificate {
  const notBefore = new Date(lifetime.from.getTime() - BACKDATED_MILLISECONDS);
  const notAfter = new Date(lifetime.from.getTime() + lifetime.days * DAY_MILLISECONDS);
  return new TBSCertificate({
    version: Version.v3,
    serialNumber: serialNumber(),
    signature: new AlgorithmIdentifier({ algorithm: ECDSA_WITH_SHA256 }),
    issuer: distinguishedName(issuer),
    validity: new Validity({ notBefore, notAfter }),
    subject: distinguishedName(subject),
    subjectPublicKeyInfo: spki,
    extensions,
  });
}

function signed(
  tbs: TBSCertificate,
  { privateKey }: KeyPairKeyObjectResult,
  signer: KeyObject | string,
): KeyedCertificate {
  const certificate = new Certificate({
    tbsCertificate: tbs,
    signatureAlgorithm: new AlgorithmIdentifier({ algorithm: ECDSA_WITH_SHA256 }),
    signatureValue: bytesOf(sign('sha256', Buffer.from(AsnConvert.serialize(tbs)), signer)),
  });
  return {
    certificate: pem('CERTIFICATE', Buffer.from(AsnConvert.serialize(certificate))),
    key: pemOfKey(privateKey),
  };
}

function publicKeyInfo(key: KeyObject): SubjectPublicKeyInfo {
  return AsnConvert.parse(bytesOf(key.export({ type: 'spki', format: 'der' })), SubjectPublicKeyInfo);
}

/** The key's SHA-1 (RFC 5280 §4.2.1.2 method 1): a name to find it by, no proof of anything. */
function keyIdentifier({ subjectPublicKey }: SubjectPublicKeyInfo): ArrayBuffer {
  return bytesOf(createHash('sha1').update(new Uint8Array(subjectPublicKey)).digest());
}

/** A positive number that nobody can foresee (RFC 5280 §4.1.2.2). */
function serialNumber(): ArrayBuffer {
  const bytes = randomBytes(SERIAL_BYTES);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytesOf(bytes);
}

function pemOfKey(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function pem(title: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${title}-----\n${lines.join('\n')}\n-----END ${title}-----\n`;
}

function bytesOf(buffer: Buffer): ArrayBuffer {
  return Uint8Array.from(buffer).buffer;
}
