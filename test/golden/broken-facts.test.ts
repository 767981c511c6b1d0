import type { Problem } from '../../model/problem';
import { BrokenSandbox, printCase, type BrokenFact } from '../corpus/broken-fact';
import { corpus } from '../corpus/corpus';
import { expectGolden } from '../support/expect-golden';

const sandbox = new BrokenSandbox();
const told = new Map<BrokenFact, readonly Problem[]>();

/** What is said of a broken fact; asked for once. */
function problemsOfCase(broken: BrokenFact): readonly Problem[] {
  const problems = told.get(broken) ?? sandbox.problemsOf([broken]);
  told.set(broken, problems);
  return problems;
}

afterAll(() => sandbox.remove());

describe('broken facts', () => {
  it('number sixty at least, each with a name of its own', () => {
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
    expect(corpus.length).toBeGreaterThanOrEqual(60);
  });

  it.each(corpus)('are named with their place: $name', (broken) => {
    const problems = problemsOfCase(broken);
    const found = problems.filter(({ code }) => code === broken.code);
    expect({ codes: problems.map(({ code }) => code), found: found.length > 0 }).toMatchObject({ found: true });
    for (const { location, got, want, next, what } of found) {
      expect(location?.file).toMatch(/^broken\/.+\.ts$/);
      expect(location?.line).toBeGreaterThan(0);
      for (const text of [got, want, next, what]) expect(text).not.toBe('');
    }
  });

  it('are told all together', () => {
    const chosen = corpus.filter(({ code }) => ['site-abroad', 'pue-too-high', 'owner-unknown'].includes(code));
    expect(sandbox.problemsOf(chosen).map(({ code }) => code)).toEqual(expect.arrayContaining(chosen.map(({ code }) => code)));
  });

  it('read as the table says', () => {
    expectGolden('sandbox/broken-facts.txt', corpus.map((one) => printCase(one, problemsOfCase(one))).join('\n'));
  });
});
