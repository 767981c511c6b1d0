import { sampleTree, verdictOf } from '../kit/law';
import { policyTests } from '../laws/policy-tests';

describe('law policy-tests', () => {
  it('finds a policy without test and a test without policy', () => {
    const files = sampleTree({
      'policies/network/a.ts': '',
      'test/policies/network/b.test.ts': '',
    });
    expect(verdictOf(policyTests, files)).toEqual([
      'policies/network/a.ts:0 has no twin test/policies/network/a.test.ts',
      'test/policies/network/b.test.ts:0 has no twin policies/network/b.ts',
    ]);
  });

  it('passes twins and the files of the engine', () => {
    const files = sampleTree({
      'policies/network/a.ts': '',
      'test/policies/network/a.test.ts': '',
      'policies/evaluate.ts': '',
      'test/policies/evaluate.test.ts': '',
    });
    expect(verdictOf(policyTests, files)).toEqual([]);
  });
});
