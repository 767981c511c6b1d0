import { parseLiteral } from '../../facts/parse-literal';
import { PROBLEMS_PER_FILE_MAX } from '../../facts/problem-list';

const file = { id: 'x', displayPath: 'environments/x/x.ts' };

function places(text: string): readonly string[] {
  const result = parseLiteral(text, file);
  if (result.ok) return [];
  return result.problems.map(({ code, location }) => `${code} ${location?.line}:${location?.column}`);
}

describe('parseLiteral() withstands', () => {
  test('32 levels, and refuses the 33rd at its bracket', () => {
    const nested = (levels: number): string => `export default { a: ${'['.repeat(levels)}${']'.repeat(levels)} }`;
    expect(places(nested(31))).toEqual([]);
    expect(places(nested(32))).toEqual(['fact-depth 1:52']);
  });

  test.each([
    ['200 lists', '['.repeat(200) + ']'.repeat(200), 'fact-depth 1:80'],
    ['a million open lists', '['.repeat(1_000_000), 'fact-depth 1:80'],
    ['100,000 signs', `${'- '.repeat(100_000)}1`, 'fact-depth 1:1'],
    ['expressions in templates', '`${'.repeat(10_000), 'fact-depth 1:211'],
    ['type assertions that double the work', '<T>('.repeat(40), 'fact-angle-brackets 1:32'],
    ['generic calls that double the work', 'async<T>(x='.repeat(40), 'fact-angle-brackets 1:65'],
    ['the same behind a regular expression', `/\`/, ${'async<T>(x='.repeat(40)}`, 'fact-angle-brackets 1:70'],
    ['the same behind a quote in a regular expression', `/'/, ${'async<T>(x='.repeat(40)}`, 'fact-angle-brackets 1:70'],
    ['the same behind a comment', `/* ' */ ${'async<T>(x='.repeat(40)}`, 'fact-angle-brackets 1:73'],
    ['the same behind a text that goes on', `'\\\r\n', ${'async<T>(x='.repeat(40)}`, 'fact-angle-brackets 2:53'],
    ['the same inside a template', `\`\${${'async<T>(x='.repeat(40)}`, 'fact-angle-brackets 1:68'],
    [
      'the same behind a template in a template',
      `\`\${\`}\`}\`, ${'async<T>(x='.repeat(40)}`,
      'fact-angle-brackets 1:75',
    ],
  ])('%s', (_, source, place) => {
    expect(places(`export default ${source}`)).toEqual([place]);
  });

  test('a hash-bang line that hides a quote from the guard', () => {
    expect(places(`#!\`\nexport default ${'async<T>(x='.repeat(40)}`)).toEqual(['fact-angle-brackets 2:65']);
  });

  test('a comment that ends at a rare line end', () => {
    expect(places(`//\u2028export default ${'async<T>(x='.repeat(40)}`)).toEqual([
      'fact-text-hidden 1:3',
      'fact-angle-brackets 2:65',
    ]);
  });

  test('long texts of escapes', () => {
    const text = `export default { a: '${'\\\\'.repeat(400_000)}' }`;
    const result = parseLiteral(text, file);
    expect(result.ok && (result.value.value as { a: string }).a.length).toBe(400_000);
  });

  test('a flood of problems, and counts those that it leaves out', () => {
    const result = parseLiteral(`export default { a: [${'x,'.repeat(5_000)}] }`, file);
    const problems = result.ok ? [] : result.problems;
    expect(problems).toHaveLength(PROBLEMS_PER_FILE_MAX + 1);
    expect(problems.at(-1)).toMatchObject({ code: 'fact-problems-more', got: '5000 problems' });
  });

  test('keys of the prototype without touching it', () => {
    parseLiteral(
      'export default { a: { "__proto__": { polluted: 1 }, constructor: { prototype: { polluted: 1 } } } }',
      file,
    );
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
