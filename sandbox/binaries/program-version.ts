import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const TIMEOUT_MILLISECONDS = 20_000;
const OUTPUT_BYTES_MAX = 65_536;

/** What a program says of its version: `1.36.3`; undefined when it can't be run or says none. */
export async function tryProgramVersion(path: string, given: readonly string[]): Promise<string | undefined> {
  try {
    const options = { timeout: TIMEOUT_MILLISECONDS, maxBuffer: OUTPUT_BYTES_MAX };
    const { stdout, stderr } = await run(path, [...given], options);
    return tryParseVersion(stdout) ?? tryParseVersion(stderr);
  } catch {
    // A file that isn't a program of this machine is the same as none: the next way is tried.
    return undefined;
  }
}

/** The first version of three numbers in a text, without its `v`. */
export function tryParseVersion(text: string): string | undefined {
  return /(?:^|[^\d.])v?(\d{1,5}\.\d{1,5}\.\d{1,5})(?![\d.])/.exec(text)?.[1];
}

/** Whether a version of three numbers is at least another. */
export function isAtLeast(version: string, versionMin: string): boolean {
  const [given, least] = [version, versionMin].map((text) => text.split('.').map(Number));
  for (const index of [0, 1, 2]) {
    const [a, b] = [given?.[index] ?? 0, least?.[index] ?? 0];
    if (a !== b) return a > b;
  }
  return true;
}
