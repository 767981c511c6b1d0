import { startJest } from './check/jest-run';
import { chooseTests } from './check/choose-tests';
import { steps, tellStep } from './check/steps';
import { addTallies, tallyLine, type Tally } from './check/tally';

/**
 * Types, lint, format and all tests at once, told one after the other in this order; ends with one
 * line that counts them. `--quick` leaves out the tests that run against the world, and says so.
 */
async function main(given: readonly string[]): Promise<number> {
  const { options, leftOut } = chooseTests(given);
  const started = steps.map((step) => ({ step, program: step.start() }));
  const jest = startJest(options);
  const checks: Tally[] = [];
  for (const { step, program } of started) checks.push(await tellStep(step, program));
  const tests = await jest.tell();
  const total = addTallies([...checks, tests]);
  for (const name of total.skipped) console.log(`skipped: ${name}`);
  if (leftOut !== undefined) console.log(leftOut);
  console.log(tallyLine(total));
  return total.failed === 0 && tests.passed > 0 ? 0 : 1;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
