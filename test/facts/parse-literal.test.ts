import { findPlace } from '../../facts/located-value';
import { parseLiteral } from '../../facts/parse-literal';
import type { Problem } from '../../model/problem';

const file = { id: 'systems/land', displayPath: 'environments/national/systems/land.ts' };

function problemsOf(text: string): readonly Problem[] {
  const result = parseLiteral(text, file);
  return result.ok ? [] : result.problems;
}

/** Code, line and column of every problem. */
function places(text: string): readonly string[] {
  return problemsOf(text).map(({ code, location }) => `${code} ${location?.line}:${location?.column}`);
}

function valueOf(text: string): unknown {
  const result = parseLiteral(text, file);
  return result.ok ? result.value.value : result.problems;
}

/** A fact whose only value is the given source, in line 2 from column 6. */
function fact(source: string): string {
  return `export default {\n  a: ${source},\n};\n`;
}

describe('parseLiteral() reads', () => {
  test('a fact file as people write it', () => {
    const text = `import type { TenantFact } from '../../../model/facts/tenant-fact';

// The ministry of health.
export default {
  code: 'G12',
  officialName: { vi: 'Bộ Y tế', en: "Ministry of Health" },
  'quoted-key': [1_000, -2.5, 0x10, true, false, null, \`plain
text\`],
} as const satisfies TenantFact;
`;
    expect(valueOf(text)).toEqual({
      code: 'G12',
      officialName: { vi: 'Bộ Y tế', en: 'Ministry of Health' },
      'quoted-key': [1000, -2.5, 16, true, false, null, 'plain\ntext'],
    });
  });

  test.each([
    ['a list of objects', 'export default [{ id: 1 }] satisfies X[];', [{ id: 1 }]],
    ['an empty object', 'export default {}', {}],
    ['parentheses', 'export default ({ a: (1) })', { a: 1 }],
    ['checks inside', 'export default { a: [1] as const, b: { c: 2 } satisfies C }', { a: [1], b: { c: 2 } }],
    ['minus zero as zero', 'export default { a: -0 }', { a: 0 }],
    ['a byte order mark and CRLF', '\u{FEFF}export default {\r\n  a: `1\r\n2`,\r\n};\r\n', { a: '1\n2' }],
    ['decomposed Vietnamese composed', fact(`'${'Bộ Y tế'.normalize('NFD')}'`), { a: 'Bộ Y tế' }],
    ['names of members of objects as keys', 'export default { toString: 1, valueOf: 2 }', { toString: 1, valueOf: 2 }],
    ['angle brackets in texts', fact(`'${'<'.repeat(50)}'`), { a: '<'.repeat(50) }],
    ['type arguments', 'export default { a: 1 } satisfies Readonly<Record<string, number>>', { a: 1 }],
  ])('%s', (_, text, value) => {
    expect(valueOf(text)).toEqual(value);
  });
});

describe('parseLiteral() refuses, with the place,', () => {
  test.each([
    ['a call', 'f()', 'f()'],
    ['a constructor call', 'new Date()', 'new Date()'],
    ['a name', 'other', 'other'],
    ['undefined', 'undefined', 'undefined'],
    ['Infinity', 'Infinity', 'Infinity'],
    ['a reference', 'process.env', 'process.env'],
    ['an optional reference', 'a?.b', 'a?.b'],
    ['a template with an expression', '`a${1}`', '`a${1}`'],
    ['a tagged template', 'tag`a`', 'tag`a`'],
    ['a regular expression', '/a/g', '/a/g'],
    ['a bigint', '10n', '10n'],
    ['a calculation', '1 + 1', '1 + 1'],
    ['a condition', 'true ? 1 : 2', 'true ? 1 : 2'],
    ['a plus sign', '+1', '+1'],
    ['a double minus', '- -1', '- -1'],
    ['a negation', '!true', '!true'],
    ['void', 'void 0', 'void 0'],
    ['an arrow function', '() => 1', '() => 1'],
    ['a function', 'function () {}', 'function () {}'],
    ['a class', 'class {}', 'class {}'],
    ['a type assertion', '1 as number', '1 as number'],
    ['a type assertion to any', '1 as any', '1 as any'],
    ['an old type assertion', '<number>1', '<number>1'],
    ['a non-null assertion', '1!', '1!'],
    ['a run-time import', 'import("fs")', 'import("fs")'],
    ['an assignment', '(b = 1)', 'b = 1'],
    ['this', 'this', 'this'],
  ])('%s', (_, source, got) => {
    const [one, ...others] = problemsOf(fact(source));
    expect(others).toEqual([]);
    expect(one).toMatchObject({ code: 'fact-not-literal', got, at: ['systems/land', 'a'] });
    const column = source === `(${got})` ? 7 : 6;
    expect(one?.location).toEqual({ file: 'environments/national/systems/land.ts', line: 2, column });
  });

  test.each([
    ['a spread in an object', 'export default {\n  ...base,\n};', 'fact-not-literal 2:3'],
    ['a spread in a list', 'export default { a: [...base] };', 'fact-not-literal 1:22'],
    ['a shorthand', 'export default { code };', 'fact-not-literal 1:18'],
    ['a method', 'export default { a() { return 1; } };', 'fact-not-literal 1:18'],
    ['a getter', 'export default { get a() { return 1; } };', 'fact-not-literal 1:18'],
    ['a setter', 'export default { set a(b) {} };', 'fact-not-literal 1:18'],
    ['a computed key', "export default { ['a']: 1 };", 'fact-key-computed 1:19'],
    ['a number as key', 'export default { 1: 1 };', 'fact-key-computed 1:18'],
    ['a key that stands twice', "export default { a: 1,\n  'a': 2 };", 'fact-key-twice 2:3'],
    [
      'a key that stands twice in two Unicode forms',
      `export default { 'ế': 1, '${'ế'.normalize('NFD')}': 2 };`,
      'fact-key-twice 1:26',
    ],
    ['__proto__', 'export default { __proto__: {} };', 'fact-key-dangerous 1:18'],
    ['a quoted __proto__', "export default { '__proto__': {} };", 'fact-key-dangerous 1:18'],
    [
      '__proto__ twice',
      'export default { __proto__: {}, __proto__: {} };',
      'fact-key-dangerous 1:18,fact-key-dangerous 1:33',
    ],
    ['an escaped __proto__', "export default { '\\u005f_proto__': {} };", 'fact-key-dangerous 1:18'],
    ['constructor', 'export default { a: { constructor: {} } };', 'fact-key-dangerous 1:23'],
    ['a hole in a list', 'export default { a: [1, , 2] };', 'fact-list-hole 1:21'],
    ['a number that loses digits', 'export default { a: 9007199254740993 };', 'fact-number-size 1:21'],
    ['a number beyond numbers', 'export default { a: -1e999 };', 'fact-number-size 1:21'],
    ['an old octal number', 'export default { a: 010 };', 'fact-syntax 1:21'],
    ['a direction mark', "export default { a: 'x\u{202E}y' };", 'fact-text-hidden 1:23'],
    ['an escaped direction mark', "export default { a: 'x\\u202Ey' };", 'fact-text-hidden 1:21'],
    ['half a character', "export default { a: '\\uD800' };", 'fact-text-hidden 1:21'],
    ['a zero-width space in a comment', '// a\u{200B}\nexport default {};', 'fact-text-hidden 1:5'],
    ['a run-time import', "import { x } from './x';\nexport default {};", 'fact-import 1:1'],
    ['a run-time import of a type', "import { type X } from './x';\nexport default {};", 'fact-import 1:1'],
    ['an import for its effect', "import './x';\nexport default {};", 'fact-import 1:1'],
    ['an import by require', "import x = require('x');\nexport default {};", 'fact-statement 1:1'],
    ['a second default export', 'export default {};\nexport default {};', 'fact-export-second 2:1'],
    ['a named export', 'export default {};\nexport const a = 1;', 'fact-statement 2:1'],
    ['a re-export', "export default {};\nexport * from './x';", 'fact-statement 2:1'],
    ['a variable', 'const a = 1;\nexport default {};', 'fact-statement 1:1'],
    ['a statement', 'export default {};\nprocess.exit();', 'fact-statement 2:1'],
    ['a directive', "'use strict';\nexport default {};", 'fact-statement 1:1'],
    ['an exported function', 'export default function () {}', 'fact-statement 1:1'],
    ['an exported class', 'export default class {}', 'fact-statement 1:1'],
    ['a type', 'type X = 1;\nexport default {};', 'fact-statement 1:1'],
    ['a CommonJS export', 'module.exports = {};', 'fact-statement 1:1'],
    ['an export assignment', 'export = {};', 'fact-statement 1:1'],
    ['a file without a fact', "import type { X } from './x';", 'fact-export-missing 1:1'],
    ['an empty file', '', 'fact-export-missing 1:1'],
    ['a text as fact', "export default 'a';", 'fact-root 1:16'],
    ['a list of numbers as fact', 'export default [\n  {}, 1];', 'fact-root 2:7'],
    ['a missing comma', 'export default {\n  a: 1\n  b: 2,\n};', 'fact-syntax 3:3'],
    ['a missing bracket', 'export default {\n  a: 1,\n', 'fact-syntax 3:1'],
    ['an open text', "export default { a: 'x\n };", 'fact-syntax 1:21'],
    ['an old octal escape', "export default { a: '\\101' };", 'fact-syntax 1:23'],
  ])('%s', (_, text, wanted) => {
    expect(places(text).join(',')).toBe(wanted);
  });

  test('every problem of a file in one run, in its place', () => {
    const text = `import x from 'x';
const y = 1;
export default {
  a: f(),
  b: { c: other, c: 2 },
  d: [1, ...rest, 3n],
};
`;
    expect(places(text)).toEqual([
      'fact-import 1:1',
      'fact-statement 2:1',
      'fact-not-literal 4:6',
      'fact-not-literal 5:11',
      'fact-key-twice 5:18',
      'fact-not-literal 6:10',
      'fact-not-literal 6:19',
    ]);
  });

  test('in five parts that a reader can act on', () => {
    expect(problemsOf(fact('undefined'))).toEqual([
      {
        code: 'fact-not-literal',
        at: ['systems/land', 'a'],
        what: 'a name stands where a fact needs a plain value',
        got: 'undefined',
        want: 'an object, list, text, number, true, false or null, written out',
        next: 'leave the key out when nothing is stated',
        location: { file: 'environments/national/systems/land.ts', line: 2, column: 6 },
      },
    ]);
  });

  test('control characters of the source escaped, and long source cut', () => {
    const [one] = problemsOf(fact(`f('\u{1B}[2J${'x'.repeat(500)}')`)).filter(
      ({ code }) => code === 'fact-not-literal',
    );
    expect(one?.got.startsWith("f('\\u{1b}[2Jx")).toBe(true);
    expect(one?.got.length).toBeLessThan(100);
  });
});

describe('columns count', () => {
  test.each([
    ['a tab as one', 'export default {\n\t\ta: f(),\n};', '2:6'],
    ['a Vietnamese letter as one', "export default { 'Đặc khu': f() };", '1:29'],
    ['a letter beyond the basic plane as two', "export default { '𠀀': f() };", '1:24'],
    ['from 1 after a byte order mark', '\u{FEFF}f();', '1:1'],
    ['lines by CRLF as one end', 'export default {\r\n\r\n  a: f(),\r\n};', '3:6'],
  ])('%s', (_, text, place) => {
    expect(places(text).map((one) => one.split(' ')[1])).toEqual([place]);
  });
});

describe('findPlace()', () => {
  const parsed = parseLiteral(`export default {\n  halls: [\n    { id: 'a' },\n  ],\n} satisfies X;\n`, file);
  const root = parsed.ok ? parsed.value.places : undefined;
  const find = (keys: (string | number)[], part?: 'key'): string => {
    const found = root === undefined ? undefined : findPlace(root, keys, part);
    return `${found?.line}:${found?.column}`;
  };

  test.each([
    ['the root', [], '1:16'],
    ['a list', ['halls'], '2:10'],
    ['an entry', ['halls', 0], '3:5'],
    ['a value', ['halls', 0, 'id'], '3:11'],
    ['the object that lacks a key', ['halls', 0, 'racks'], '3:5'],
    ['the nearest parent', ['halls', 7, 'racks', 'id'], '2:10'],
  ])('finds %s', (_, keys, place) => {
    expect(find(keys)).toBe(place);
  });

  test('finds a key, and for an entry of a list the entry itself', () => {
    expect([find(['halls'], 'key'), find(['halls', 0, 'id'], 'key'), find(['halls', 0], 'key')]).toEqual([
      '2:3',
      '3:7',
      '3:5',
    ]);
  });
});
