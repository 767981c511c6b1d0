import { existsSync, readFileSync } from 'node:fs';
import { problem, ProblemError } from '../../model/problem';
import { digestOf } from '../../resources/digest';
import { evaluationsPath } from '../gate-assembly';
import type { Io } from '../io';
import { requireCertificate } from '../require-certificate';
import { secretProblem, secretsInText } from './refuse-secrets';

/**
 * Lets an assembly be deployed only with what its evidence is made of: every evaluation as the gate wrote it, and no secret in
 * them. Afterwards it would be too late.
 * @throws ProblemError when they are missing, others, or can't be shown
 */
export function requireEvaluations(folder: string, assemblyDigest: string, io: Io): void {
  const path = evaluationsPath(folder);
  const { evaluationsDigest: want } = requireCertificate(folder, assemblyDigest, io);
  const bytes = existsSync(path) ? readFileSync(path) : undefined;
  const got = bytes === undefined ? 'no such file' : digestOf(bytes);
  if (bytes === undefined || got !== want)
    throw new ProblemError([
      problem({
        code: 'evaluations-of-another-judgement',
        at: [path],
        what: 'what the gate found is not there as it wrote it, so nobody could verify this deploy',
        got,
        want,
        next: 'run ndc gate on the assembly',
      }),
    ]);
  const secrets = secretsInText(bytes);
  if (secrets.length > 0) throw new ProblemError(secrets.map((what) => secretProblem(path, what)));
}
