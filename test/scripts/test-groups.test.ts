import { groupTests } from '../../scripts/check/test-groups';

const file = (path: string, text = "it('holds', () => undefined);\n"): { path: string; text: string } => ({
  path,
  text,
});

describe('groupTests()', () => {
  it('puts the files of a folder into one group, in their order, and loses none', () => {
    const paths = ['test/cli/a.test.ts', 'test/model/b.test.ts', 'test/model/site/c.test.ts'];
    expect(groupTests(paths.map((path) => file(path)))).toEqual({
      groups: [
        { name: 'cli', files: ['test/cli/a.test.ts'] },
        { name: 'model', files: ['test/model/b.test.ts', 'test/model/site/c.test.ts'] },
      ],
      alone: [],
    });
  });

  it.each(["jest.mock('./x', () => ({}));", "jest.doMock('./x');", "jest\n  .mock('./x');"])(
    'lets a file that replaces a module run alone: %j',
    (text) => {
      const replacing = file('test/cli/a.test.ts', text);
      expect(groupTests([replacing, file('test/cli/b.test.ts')])).toEqual({
        groups: [{ name: 'cli', files: ['test/cli/b.test.ts'] }],
        alone: ['test/cli/a.test.ts'],
      });
    },
  );
});
