import { existsSync, readFileSync } from 'node:fs';
import { ProblemError } from '../model/problem';
import { verifyCertificate, type GateCertificate } from '../policies/certificate';
import { certificatePath } from './gate-assembly';

/**
 * The certificate with which an assembly may leave this machine: written by the gate for this digest, passed, and
 * resting on no exception that is out of date.
 * @throws ProblemError when there is none
 */
export function requireCertificate(folder: string, digest: string, today: string): GateCertificate {
  const path = certificatePath(folder);
  const verified = verifyCertificate(existsSync(path) ? parse(readFileSync(path, 'utf8')) : undefined, digest, today);
  if (verified.ok) return verified.value;
  throw new ProblemError(verified.problems.map((one) => ({ ...one, at: [path] })));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
