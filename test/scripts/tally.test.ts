import { countTests, type JestResult } from '../../scripts/check/jest-run';
import { tellStep } from '../../scripts/check/steps';
import { addTallies, tallyLine } from '../../scripts/check/tally';

const result: JestResult = {
  numPassedTests: 1,
  numFailedTests: 2,
  numRuntimeErrorTestSuites: 1,
  testResults: [
    {
      assertionResults: [
        { status: 'passed', fullName: 'a' },
        { status: 'pending', fullName: 'z' },
        { status: 'todo', fullName: 'b' },
      ],
    },
  ],
};

describe('countTests()', () => {
  it('counts a file that did not load as failed, and names what was skipped', () => {
    expect(countTests(result)).toEqual({ passed: 1, failed: 3, skipped: ['b', 'z'] });
  });
});

describe('tallyLine()', () => {
  it('names skipped checks only when there are any', () => {
    const clean = { passed: 2, failed: 0, skipped: [] };
    expect(tallyLine(clean)).toBe('2 passed, 0 failed');
    expect(tallyLine(addTallies([clean, countTests(result)]))).toBe('3 passed, 3 failed, 2 skipped');
  });
});

describe('tellStep()', () => {
  it.each([
    ['passed', 0, { passed: 1, failed: 0 }],
    ['failed', 7, { passed: 0, failed: 1 }],
  ])('shows a step that %s and counts it once', async (_name, code, counts) => {
    const show = jest.fn();
    const program = { show, code: Promise.resolve(code) };
    const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const step = { name: 'step', start: () => program, repair: 'npm run x' };
    expect(await tellStep(step, program)).toEqual({ ...counts, skipped: [] });
    expect(show).toHaveBeenCalledTimes(1);
    expect(log).toHaveBeenCalledTimes(1);
    log.mockRestore();
  });
});
