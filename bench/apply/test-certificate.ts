import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Makes `server.pem` and `server.key` of a server on 127.0.0.1, which vouches for itself; needs openssl. */
export function writeServerCertificate(folder: string): void {
  const options = [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-days',
    '1',
    '-subj',
    '/CN=bench',
  ];
  const files = ['-keyout', join(folder, 'server.key'), '-out', join(folder, 'server.pem')];
  const names = ['-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', ['req', '-x509', ...options, ...files, ...names], { stdio: 'ignore' });
}
