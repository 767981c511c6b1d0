import { startTool, type HeldProgram } from './held-program';
import type { Tally } from './tally';

/** A check of the whole tree that isn't a test; it counts as one. */
export interface Step {
  readonly name: string;
  readonly start: () => HeldProgram;
  /** What repairs a failure. */
  readonly repair: string;
}

/** The checks in the order of their speed to teach: types first. */
export const steps: readonly Step[] = [
  { name: 'types', start: () => startTool('tsc', ['--noEmit']), repair: 'see the messages above' },
  { name: 'lint', start: () => startTool('oxlint', ['--deny-warnings']), repair: 'see the messages above' },
  { name: 'format', start: () => startTool('oxfmt', ['--check']), repair: 'npx oxfmt' },
];

/** Shows what a started step says, waits for it, and says how it went. */
export async function tellStep({ name, repair }: Step, program: HeldProgram): Promise<Tally> {
  program.show();
  const failed = (await program.code) !== 0;
  console.log(failed ? `✗ ${name}: ${repair}` : `✓ ${name}`);
  return { passed: failed ? 0 : 1, failed: failed ? 1 : 0, skipped: [] };
}
