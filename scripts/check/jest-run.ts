import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTool } from './held-program';
import type { Tally } from './tally';

/** The part of Jest's result that is counted. */
export interface JestResult {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Jest at work, with what it says held back. */
export interface JestRun {
  /** Shows what it says and waits for it: what became of the tests, taken from its own result file. */
  readonly tell: () => Promise<Tally>;
}

/** Starts Jest. */
export function startJest(options: readonly string[]): JestRun {
  const folder = mkdtempSync(join(tmpdir(), 'ndc-check-'));
  const file = join(folder, 'result.json');
  const fixed = ['--ci', '--json', `--outputFile=${file}`, '--testLocationInResults=false'];
  const program = startTool('jest', [...fixed, ...options]);
  const tell = async (): Promise<Tally> => {
    program.show();
    try {
      const code = await program.code;
      const counted = existsSync(file) ? countTests(JSON.parse(readFileSync(file, 'utf8')) as JestResult) : noTests;
      return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  return { tell };
}

const noTests: Tally = { passed: 0, failed: 0, skipped: [] };

/** Counts every test; a file that didn't load counts as one that failed. */
export function countTests(result: JestResult): Tally {
  const tests = result.testResults.flatMap(({ assertionResults }) => assertionResults);
  const skipped = tests.filter(({ status }) => ['pending', 'skipped', 'todo', 'disabled'].includes(status));
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: skipped.map(({ fullName }) => fullName).toSorted(),
  };
}
