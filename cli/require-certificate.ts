import { existsSync, readFileSync } from 'node:fs';
import { problem, ProblemError, type Problem } from '../model/problem';
import { verifyCertificate, type GateCertificate } from '../policies/certificate';
import { certificatePath } from './gate-assembly';
import { today, type Io } from './io';
import { loadRules } from './load-rules';
import { tryParseJson } from './try-parse-json';

/**
 * The certificate with which an assembly may be deployed or leave this machine: written by the gate for this digest, by
 * the rules of this program, passed, and resting on no exception that is out of date.
 * @throws ProblemError when there is none, or it doesn't let the assembly pass
 */
export function requireCertificate(folder: string, assemblyDigest: string, io: Io): GateCertificate {
  const path = certificatePath(folder);
  if (!existsSync(path)) throw new ProblemError([missing(path)]);
  const verified = verifyCertificate(tryParseJson(readFileSync(path, 'utf8')), {
    assemblyDigest,
    bundleDigest: loadRules(io).digest,
    today: today(io),
  });
  if (verified.ok) return verified.value;
  throw new ProblemError(verified.problems.map((one) => ({ ...one, at: [path] })));
}

function missing(path: string): Problem {
  return problem({
    code: 'certificate-missing',
    at: [path],
    what: 'the assembly was not judged, so it goes nowhere',
    got: 'no certificate',
    want: 'a certificate of the gate that says passed, for exactly this assembly',
    next: 'run ndc gate on the assembly',
  });
}
