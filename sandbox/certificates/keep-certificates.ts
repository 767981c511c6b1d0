import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivate } from '../control-plane/files/write-private';
import { createClusterCertificates, type CertificateName } from './cluster-certificates';

/** Certificates are made anew when less than this is left. */
const REST_MILLISECONDS_MIN = 86_400_000;
/** Written last: when it is there, all are. */
const LAST: CertificateName = 'break-glass';

/** Paths of a certificate and its key. */
export function certificatePaths(
  folder: string,
  name: CertificateName,
): { readonly cert: string; readonly key: string } {
  return { cert: join(folder, `${name}.crt`), key: join(folder, `${name}.key`) };
}

/** Paths of the keys of service account tokens. */
export function tokenKeyPaths(folder: string): { readonly publicKey: string; readonly privateKey: string } {
  return { publicKey: join(folder, 'tokens.pub'), privateKey: join(folder, 'tokens.key') };
}

/**
 * Makes the certificates of a control plane in a folder, unless good ones are there. Tells whether they are new, for
 * then every process must read them.
 */
export function keepCertificates(folder: string, apiHosts: readonly string[], now: Date): { readonly isNew: boolean } {
  if (areGood(folder, now)) return { isNew: false };
  const { certificates, tokens } = createClusterCertificates(apiHosts, now);
  const paths = tokenKeyPaths(folder);
  writePrivate(paths.publicKey, tokens.publicKey);
  writePrivate(paths.privateKey, tokens.privateKey);
  for (const [name, { certificate, key }] of Object.entries(certificates)) {
    const { cert, key: keyPath } = certificatePaths(folder, name as CertificateName);
    writePrivate(keyPath, key);
    writePrivate(cert, certificate);
  }
  return { isNew: true };
}

function areGood(folder: string, now: Date): boolean {
  const { cert } = certificatePaths(folder, LAST);
  if (!existsSync(cert)) return false;
  const end = Date.parse(new X509Certificate(readFileSync(cert)).validTo);
  return end - now.getTime() > REST_MILLISECONDS_MIN;
}
