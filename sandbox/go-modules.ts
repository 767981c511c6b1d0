import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const TIMEOUT_MILLISECONDS = 900_000;
const OUTPUT_BYTES_MAX = 1_048_576;

/**
 * The folder of a Go module at a version, downloaded and checked by the `go` command against the checksum database.
 * Rejects when there is no `go`, or when it can't get the module.
 */
export async function goModuleFolder(module: string, version: string): Promise<string> {
  const { stdout } = await run('go', ['mod', 'download', '-json', `${module}@${version}`], {
    timeout: TIMEOUT_MILLISECONDS,
    maxBuffer: OUTPUT_BYTES_MAX,
  });
  const answer: unknown = JSON.parse(stdout);
  const folder = typeof answer === 'object' && answer !== null && 'Dir' in answer ? answer.Dir : undefined;
  if (typeof folder !== 'string') throw new Error('go named no folder of the module');
  return folder;
}
