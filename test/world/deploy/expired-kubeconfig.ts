import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { issueCertificate } from '../../../sandbox/certificates/certificate';
import { groups } from '../../../sandbox/certificates/cluster-certificates';
import { certificatePaths } from '../../../sandbox/certificates/keep-certificates';
import type { Product } from '../../support/sandbox/product';

const LONG_AGO = new Date('2026-01-01T00:00:00Z');

/** A kubeconfig like the product's own, in which the deployer's certificate ran out long ago; the file. */
export function writeExpiredKubeconfig(product: Product): string {
  const keys = join(dirname(product.kubeconfig), 'clusters', product.first, 'keys');
  const paths = certificatePaths(keys, 'ca');
  const authority = {
    subject: { commonName: 'kubernetes' },
    certificate: readFileSync(paths.cert, 'utf8'),
    key: readFileSync(paths.key, 'utf8'),
  };
  const { certificate, key } = issueCertificate(authority, {
    from: LONG_AGO,
    days: 1,
    subject: { commonName: 'ndc:deployer', organizations: [groups.deployers] },
    purposes: ['client'],
  });
  const own = certificatePaths(keys, 'deployer');
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const text = readFileSync(product.kubeconfig, 'utf8')
    .replaceAll(base64(readFileSync(own.cert, 'utf8')), base64(certificate))
    .replaceAll(base64(readFileSync(own.key, 'utf8')), base64(key));
  const file = join(product.folder, 'expired.kubeconfig');
  writeFileSync(file, text, { mode: 0o600 });
  return file;
}
