import { chooseTests } from '../../scripts/check/choose-tests';

describe('chooseTests()', () => {
  it('gives to Jest the files that a person named, and leaves nothing out', () => {
    expect(chooseTests(['test/model', '--bail'])).toEqual({ options: ['test/model', '--bail'], leftOut: undefined });
  });

  it('leaves the tests of the world out of a quick run, and says how many files that are', () => {
    const { options, leftOut } = chooseTests(['--quick', 'test/model']);
    expect(options).toEqual(['test/model', '--testPathIgnorePatterns=/test/world/']);
    expect(leftOut).toMatch(/^left out: [1-9]\d* files of test\/world, .*; \.\/ndc test runs them$/);
  });
});
