import { closeScratch } from './scratch';

/** After all tests: removes the folder of the run; a run whose tests left anything in the temporary folder fails. */
export default function endRun(): void {
  const left = closeScratch();
  if (left.length === 0) return;
  process.stderr.write(`✗ tests left ${left.length} behind in the temporary folder: ${left.join(', ')}\n`);
  process.exitCode = 1;
}
