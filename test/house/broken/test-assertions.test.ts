import { sampleTree, verdictOf } from '../kit/law';
import { testAssertions } from '../laws/test-assertions';

describe('law test-assertions', () => {
  it('finds a file that asserts nothing, a lonely test and a timer', () => {
    const files = sampleTree({
      'test/a.test.ts': "it('runs', () => { work(); });\n",
      'test/b.test.ts': "it.only('runs', () => { expect(1).toBe(1); setTimeout(work, 5); });\n",
    });
    expect(verdictOf(testAssertions, files)).toEqual([
      'test/a.test.ts:0 asserts nothing',
      'test/b.test.ts:1 runs only one of its tests',
      'test/b.test.ts:1 waits for a clock',
    ]);
  });

  it('passes assertions by name', () => {
    const files = sampleTree({
      'test/a.test.ts': "describePolicy('a', policy, cases);\n",
      'test/b.test.ts': "it.each([1])('runs', () => { fc.assert(law); });\n",
    });
    expect(verdictOf(testAssertions, files)).toEqual([]);
  });
});
