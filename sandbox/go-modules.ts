import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const TIMEOUT_MILLISECONDS = 900_000;
const OUTPUT_BYTES_MAX = 1_048_576;
const REASON_LENGTH_MAX = 300;

/**
 * The folder of a Go module at a version, downloaded and checked by the `go` command against the checksum database.
 * Rejects with a plain reason when there is no `go`, or when it can't get the module.
 */
export async function goModuleFolder(module: string, version: string, go = 'go'): Promise<string> {
  const text = await downloadAnswer(`${module}@${version}`, go);
  const answer = parseAnswer(text);
  if (answer.folder !== undefined) return answer.folder;
  throw new Error(`go could not get ${module}@${version}: ${answer.error ?? 'it named no folder of the module'}`);
}

/** What `go mod download` prints as JSON; on failure it still prints an answer, with the error inside. */
async function downloadAnswer(target: string, go: string): Promise<string> {
  try {
    const options = { timeout: TIMEOUT_MILLISECONDS, maxBuffer: OUTPUT_BYTES_MAX };
    return (await run(go, ['mod', 'download', '-json', target], options)).stdout;
  } catch (error) {
    if (textOf(error, 'code') === 'ENOENT') throw new Error('there is no go command on PATH', { cause: error });
    const printed = textOf(error, 'stdout');
    if (printed !== undefined && printed.trim() !== '') return printed;
    throw new Error(`go mod download ${target} failed or took too long`, { cause: error });
  }
}

function parseAnswer(text: string): { readonly folder: string | undefined; readonly error: string | undefined } {
  const answer: unknown = JSON.parse(text);
  return {
    folder: textOf(answer, 'Dir'),
    error: textOf(answer, 'Error')?.replaceAll(/\s+/g, ' ').slice(0, REASON_LENGTH_MAX),
  };
}

function textOf(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'string' ? found : undefined;
}
