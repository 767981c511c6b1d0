import { laws } from './laws/catalog';
import { verdictOf } from './kit/law';
import { readTree } from './kit/read-tree';

const tree = readTree();

describe('the house', () => {
  it.each(Object.entries(laws))('%s: the tree obeys the law', (_name, law) => {
    expect(verdictOf(law, tree)).toEqual([]);
  });

  it('knows every law, and has a test that breaks it', () => {
    const names = (pattern: RegExp): readonly string[] => tree.flatMap(({ path }) => pattern.exec(path)?.[1] ?? []);
    expect(Object.keys(laws)).toEqual(names(/^test\/house\/laws\/([^/]+)\.ts$/).filter((name) => name !== 'catalog'));
    expect(names(/^test\/house\/broken\/([^/]+)\.test\.ts$/)).toEqual(Object.keys(laws));
  });

  it('reads the tree that it judges', () => {
    expect(tree.map(({ path }) => path)).toEqual(expect.arrayContaining(['model/problem.ts', 'package.json', 'ndc']));
  });
});
