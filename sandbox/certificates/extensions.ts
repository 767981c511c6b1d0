import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AuthorityKeyIdentifier,
  BasicConstraints,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  GeneralName,
  KeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  id_kp_clientAuth,
  id_kp_serverAuth,
} from '@peculiar/asn1-x509';

/** What a certificate may be used for. */
export type Purpose = 'server' | 'client';

const PURPOSES = { server: id_kp_serverAuth, client: id_kp_clientAuth } as const;

/** What a leaf certificate may be used for and what it answers to. */
export interface LeafUse {
  readonly purposes: readonly Purpose[];
  /** @default - none */
  readonly hosts?: readonly string[];
  /** @default - none */
  readonly addresses?: readonly string[];
}

/** Extensions of a certificate authority: it signs leaves alone (path length 0). */
export function authorityExtensions(key: ArrayBuffer): Extensions {
  return new Extensions([
    extension(id_ce_basicConstraints, new BasicConstraints({ cA: true, pathLenConstraint: 0 }), { critical: true }),
    extension(id_ce_keyUsage, new KeyUsage(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign), { critical: true }),
    extension(id_ce_subjectKeyIdentifier, new SubjectKeyIdentifier(key)),
  ]);
}

/** Extensions of a server's or client's certificate, signed by the authority whose key is named. */
export function leafExtensions({ purposes, hosts = [], addresses = [] }: LeafUse, issuerKey: ArrayBuffer): Extensions {
  const names = [
    ...hosts.map((host) => new GeneralName({ dNSName: host })),
    ...addresses.map((address) => new GeneralName({ iPAddress: address })),
  ];
  const authority = new AuthorityKeyIdentifier({ keyIdentifier: new KeyIdentifier(issuerKey) });
  return new Extensions([
    extension(id_ce_basicConstraints, new BasicConstraints({ cA: false }), { critical: true }),
    extension(id_ce_keyUsage, new KeyUsage(KeyUsageFlags.digitalSignature), { critical: true }),
    extension(id_ce_extKeyUsage, new ExtendedKeyUsage(purposes.map((purpose) => PURPOSES[purpose]))),
    extension(id_ce_authorityKeyIdentifier, authority),
    ...(names.length === 0 ? [] : [extension(id_ce_subjectAltName, new SubjectAlternativeName(names))]),
  ]);
}

function extension(extnID: string, content: object, { critical = false }: { critical?: boolean } = {}): Extension {
  return new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(content)) });
}
