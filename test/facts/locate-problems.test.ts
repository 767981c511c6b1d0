import { makeFactTree } from '../../facts/fact-tree';
import { locateProblems } from '../../facts/locate-problems';
import { parseLiteral } from '../../facts/parse-literal';
import { problem, type FactPath, type Problem } from '../../model/problem';

const source = { id: 'systems/land', displayPath: 'environments/small/systems/land.ts' };
const parsed = parseLiteral('export default {\n  levle: 3,\n  flows: [\n    { to: 1 },\n  ],\n};\n', source);
const tree = makeFactTree(parsed.ok ? [{ ...source, ...parsed.value }] : []);

function about(code: string, at: FactPath): Problem {
  return problem({ code, at, what: 'w', got: 'g', want: 'a', next: 'n' });
}

function placeOf(one: Problem): string | undefined {
  const [located] = locateProblems([one], tree);
  const place = located?.location;
  return place === undefined ? undefined : `${place.file}:${place.line}:${place.column}`;
}

describe('locateProblems()', () => {
  test.each([
    ['points at the value of a wrong fact', 'fact-kind-wrong', ['systems/land', 'flows', 0, 'to'], '4:11'],
    ['points at the key that is unknown', 'fact-key-unknown', ['systems/land', 'levle'], '2:3'],
    ['points at the object that lacks a key', 'fact-key-missing', ['systems/land', 'flows', 0, 'port'], '4:5'],
    ['points at the fact when the problem is about the file', 'any', ['systems/land'], '1:16'],
  ])('%s', (_, code, at, place) => {
    expect(placeOf(about(code, at))).toBe(`environments/small/systems/land.ts:${place}`);
  });

  test('leaves problems without a fact, with an unknown file, or with a place as they are', () => {
    const placed = problem({ ...about('a', ['systems/land']), location: { file: 'x', line: 7, column: 7 } });
    const problems = [about('a', []), about('a', ['systems/sea', 'x']), placed];
    expect(locateProblems(problems, tree)).toEqual(problems);
  });
});
