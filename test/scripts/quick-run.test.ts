import { chooseRun } from '../../scripts/check/quick-run';

describe('chooseRun()', () => {
  it('gives to Jest what a person gave, and leaves nothing out', () => {
    expect(chooseRun(['test/model', '--bail'])).toEqual({ options: ['test/model', '--bail'], leftOut: undefined });
  });

  it('leaves the tests of the world out of a quick run, and says how many files that are', () => {
    const { options, leftOut } = chooseRun(['--quick', 'test/model']);
    expect(options).toEqual(['test/model', '--testPathIgnorePatterns=/test/world/']);
    expect(leftOut).toMatch(/^left out: [1-9]\d* files of test\/world, .*; \.\/ndc test runs them$/);
  });
});
