import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../run-tool';
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

/** Runs Jest with its output shown; what became of the tests, taken from its own result file. */
export function runJest(options: readonly string[]): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'ndc-test-'));
  const file = join(folder, 'result.json');
  try {
    const code = runTool('jest', [
      '--ci',
      '--json',
      `--outputFile=${file}`,
      '--testLocationInResults=false',
      ...options,
    ]);
    const counted = existsSync(file) ? countTests(JSON.parse(readFileSync(file, 'utf8')) as JestResult) : noTests;
    return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
  } finally {
    rmSync(folder, { recursive: true });
  }
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
