import { join } from 'node:path';
import { runProgram, runTool } from '../run-tool';
import type { Tally } from './tally';

/** A check of the whole tree that isn't a test; it counts as one. */
export interface Step {
  readonly name: string;
  /** The exit code. */
  readonly run: () => number;
  /** What repairs a failure. */
  readonly repair: string;
}

/** The checks in the order of their speed to teach: types first. */
export const steps: readonly Step[] = [
  { name: 'types', run: () => runTool('tsc', ['--noEmit']), repair: 'see the messages above' },
  { name: 'lint', run: () => runTool('oxlint', ['--deny-warnings']), repair: 'see the messages above' },
  { name: 'format', run: () => runTool('oxfmt', ['--check']), repair: 'npx oxfmt' },
  {
    name: 'generated files',
    run: () => runProgram(process.execPath, [join(__dirname, '../generate.js'), '--check']),
    repair: 'npm run gen',
  },
];

/** Runs a step and says how it went. */
export function runStep({ name, run, repair }: Step): Tally {
  const failed = run() !== 0;
  console.log(failed ? `✗ ${name}: ${repair}` : `✓ ${name}`);
  return { passed: failed ? 0 : 1, failed: failed ? 1 : 0, skipped: [] };
}
