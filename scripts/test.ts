import { runJest } from './check/jest-run';
import { runStep, steps } from './check/steps';
import { addTallies, tallyLine } from './check/tally';

/** Types, lint, format, generated files, then all tests; ends with one line that counts them. */
function main(options: readonly string[]): number {
  const checks = steps.map(runStep);
  const tests = runJest(options);
  const total = addTallies([...checks, tests]);
  for (const name of total.skipped) console.log(`skipped: ${name}`);
  console.log(tallyLine(total));
  return total.failed === 0 && tests.passed > 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
