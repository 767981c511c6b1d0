import fc from 'fast-check';
import { parseStrictJson } from '../../../../resources/read/text/strict-json';

/** White space around the marks of a text, and keys and texts that look like marks. */
const space = fc.constantFrom('', ' ', '\n', '\t', '\r', '  ');
const word = fc.constantFrom('a', 'b', ':', ' :', '":', '\\', '": "', '', 'a b', '__proto__', '{"a":1}');
const key = fc.tuple(word, space, space).map(([name, before, after]) => ({
  name,
  text: `${before}${JSON.stringify(name)}${after}:`,
}));

interface Written {
  readonly text: string;
  readonly hasTwin: boolean;
}

const { value } = fc.letrec<{ value: Written; object: Written; list: Written; leaf: Written }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('object'), tie('list')),
  leaf: fc
    .oneof(
      word.map((one) => JSON.stringify(one)),
      fc.constantFrom('1', '-2.5e3', 'true', 'null', '"\\u0061:"', '{}', '[]'),
    )
    .map((text) => ({ text, hasTwin: false })),
  object: fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((members) => ({
    text: `{${members.map(([one, { text }]) => one.text + text).join(',')}}`,
    hasTwin: new Set(members.map(([one]) => one.name)).size < members.length || members.some(([, one]) => one.hasTwin),
  })),
  list: fc.array(tie('value'), { maxLength: 4 }).map((members) => ({
    text: `[${members.map(({ text }) => text).join(' ,')}]`,
    hasTwin: members.some((one) => one.hasTwin),
  })),
}));

describe('parseStrictJson()', () => {
  it('refuses a text exactly when a key stands twice in one object, however it is written', () => {
    fc.assert(
      fc.property(value, ({ text, hasTwin }) => {
        const parsed = parseStrictJson(text);
        expect(parsed.ok).toBe(!hasTwin);
        if (parsed.ok) expect(parsed.value).toEqual(JSON.parse(text));
      }),
      { seed: 7, numRuns: 1000 },
    );
  });

  it.each([
    ['hidden by white space and a text that looks like a key', '{"a" :1,"a":":x"}', 'the key "a" stands twice', 9],
    ['that is written with an escape', '{"a":1,"\\u0061":2}', 'the key "a" stands twice', 8],
    ['deep inside', '{"x":[{"b":{"c":1,"c":1}}]}', 'the key "c" stands twice', 19],
  ])('names the twin key %s, and its place', (_, text, detail, column) => {
    const position = { line: 1, column };
    expect(parseStrictJson(text)).toEqual({ ok: false, detail: `${detail} in one object`, position });
  });

  it.each(['1e400', '[-1e400]', '{"a":[{"b":1e999}]}'])('refuses %s, which nobody could write again', (text) => {
    expect(JSON.stringify(parseStrictJson(text))).toMatch(/"ok":false,"detail":"-?Infinity is no number of JSON"/);
  });

  it('refuses nesting without end, and a lone surrogate', () => {
    const deep = '['.repeat(102) + ']'.repeat(102);
    expect(parseStrictJson(deep)).toEqual({ ok: false, detail: 'nested deeper than 100' });
    expect(parseStrictJson('['.repeat(101) + ']'.repeat(101)).ok).toBe(true);
    expect(parseStrictJson('{"a":"\\ud800"}')).toEqual({ ok: false, detail: 'a text has a lone surrogate' });
  });
});
