import { sortProblems, type Problem } from '../../model/problem';
import { BrokenSandbox, printCase, type BrokenFact } from '../corpus/broken-fact';
import { corpus } from '../corpus/corpus';
import { judgeAlone, judgeInMemory } from '../corpus/judge-in-memory';
import { expectGolden } from '../support/expect-golden';

/** What is said of broken facts, sorted by place. */
function problemsOf(broken: BrokenFact): readonly Problem[] {
  return sortProblems(judgeAlone(broken).problems);
}

describe('broken facts', () => {
  it('number sixty at least, each with a name of its own', () => {
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
    expect(corpus.length).toBeGreaterThanOrEqual(60);
  });

  it.each(corpus)('are named with their place: $name', (broken) => {
    const problems = problemsOf(broken);
    const found = problems.filter(({ code }) => code === broken.code);
    expect({ codes: problems.map(({ code }) => code), found: found.length > 0 }).toMatchObject({ found: true });
    for (const { location, got, want, next, what } of found) {
      expect(location?.file).toMatch(/^broken\/.+\.(?:ts|json)$/);
      expect(location?.line).toBeGreaterThan(0);
      for (const text of [got, want, next, what]) expect(text).not.toBe('');
    }
  });

  it('are told all together, and as they are when a command reads them from disk', () => {
    const chosen = corpus.filter(({ code }) => ['site-abroad', 'pue-too-high', 'owner-unknown'].includes(code));
    const sandbox = new BrokenSandbox();
    try {
      const told = sandbox.problemsOf(chosen);
      expect(told.map(({ code }) => code)).toEqual(expect.arrayContaining(chosen.map(({ code }) => code)));
      expect(told).toEqual(sortProblems(judgeInMemory(chosen).problems));
      const every = corpus.filter((_, index) => index % 16 === 0);
      expect(every.map((one) => sandbox.problemsOf([one]))).toEqual(every.map(problemsOf));
    } finally {
      sandbox.remove();
    }
  });

  it('read as the table says', () => {
    expectGolden('sandbox/broken-facts.txt', corpus.map((one) => printCase(one, problemsOf(one))).join('\n'));
  });
});
