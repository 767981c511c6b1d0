import { execFile } from 'node:child_process';
import { isAbsolute } from 'node:path';
import { promisify, types } from 'node:util';
import { failure, problem, success, type Problem, type Result } from '../../../model/problem';

/** A Terraform or OpenTofu that runs here. */
export interface TerraformProgram {
  /** Absolute path. */
  readonly path: string;
  readonly name: 'terraform' | 'opentofu';
  /** `major.minor.patch` */
  readonly version: string;
}

/** The oldest release whose plans and messages the readers know. */
const MINOR_MIN = 9;

const TIMEOUT_MILLISECONDS = 30_000;
const OUTPUT_BYTES_MAX = 65_536;
const run = promisify(execFile);

/** Asks a program at an absolute path which Terraform or OpenTofu it is; refuses what is too old or something else. */
export async function identifyProgram(path: string): Promise<Result<TerraformProgram>> {
  if (!isAbsolute(path)) return failure([refusal(path, 'a relative path')]);
  const printed = await versionText(path);
  const [, brand, version = '', major, minor] =
    /^(Terraform|OpenTofu) v((\d{1,4})\.(\d{1,4})\.\d{1,4})\b/.exec(printed.text) ?? [];
  if (!printed.ok || brand === undefined) return failure([refusal(path, printed.text)]);
  if (major !== '1' || Number(minor) < MINOR_MIN) return failure([refusal(path, `${brand} ${version}`)]);
  return success({ path, name: brand === 'Terraform' ? 'terraform' : 'opentofu', version });
}

async function versionText(path: string): Promise<{ readonly ok: boolean; readonly text: string }> {
  const options = { timeout: TIMEOUT_MILLISECONDS, maxBuffer: OUTPUT_BYTES_MAX, env: { CHECKPOINT_DISABLE: '1' } };
  try {
    return { ok: true, text: (await run(path, ['version'], options)).stdout };
  } catch (error) {
    if (types.isNativeError(error)) return { ok: false, text: error.message };
    throw error;
  }
}

function refusal(path: string, got: string): Problem {
  return problem({
    code: 'terraform-unusable',
    at: [path],
    what: "the program can't be used to plan and apply",
    got: (got.split('\n')[0] ?? '').slice(0, 300),
    want: 'Terraform or OpenTofu, 1.9 or newer 1.x, at an absolute path',
    next: 'install one, or put it first in PATH',
  });
}
