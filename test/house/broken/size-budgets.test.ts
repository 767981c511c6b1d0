import { sampleTree, verdictOf } from '../kit/law';
import { sizeBudgets } from '../laws/size-budgets';

const lines = (count: number): string => 'work();\n'.repeat(count);

describe('law size-budgets', () => {
  it('finds long functions, many parameters, long files and full folders', () => {
    const folder = Object.fromEntries(Array.from({ length: 16 }, (_, at) => [`model/full/file-${at}.ts`, '']));
    const files = sampleTree({
      ...folder,
      'model/a.ts': `function a() {\n${lines(61)}}\n`,
      'model/b.ts': 'const b = (c, d, e, f) => c;\n',
      'model/c.ts': lines(401),
    });
    expect(verdictOf(sizeBudgets, files)).toEqual([
      'model/a.ts:1 has a function body of 61 lines',
      'model/b.ts:1 has a function of 4 parameters',
      'model/c.ts:0 has 401 lines',
      'model/full:0 has 16 files',
    ]);
  });

  it('passes what is exactly at its limit', () => {
    const folder = Object.fromEntries(Array.from({ length: 15 }, (_, at) => [`model/full/file-${at}.ts`, '']));
    const files = sampleTree({
      ...folder,
      'model/a.ts': `function a(b, c, d) {\n${lines(60)}}\n`,
      'model/c.ts': lines(400),
    });
    expect(verdictOf(sizeBudgets, files)).toEqual([]);
  });

  it('measures a describe by its file and rows of a table by no count', () => {
    const files = sampleTree({
      'test/a.test.ts': `describe('a', () => {\n${lines(100)}});\nit.each([])('b', (c, d, e, f) => c);\n`,
      'test/b.test.ts': `it('a', () => {\n${lines(61)}});\n`,
    });
    expect(verdictOf(sizeBudgets, files)).toEqual(['test/b.test.ts:1 has a function body of 61 lines']);
  });
});
