import { problemsOf } from './broken-fact';
import { corpus } from './corpus';

describe('broken facts', () => {
  it('number sixty at least, each with a name of its own', () => {
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
    expect(corpus.length).toBeGreaterThanOrEqual(60);
  });

  it.each(corpus)('are named with their place: $name', (broken) => {
    const problems = problemsOf([broken]);
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
    expect(problemsOf(chosen).map(({ code }) => code)).toEqual(expect.arrayContaining(chosen.map(({ code }) => code)));
  });
});
