import fc from 'fast-check';
import { findPlace, type FactValue, type ValuePlace } from '../../facts/located-value';
import { hasHiddenCharacter } from '../../facts/literal/hidden-characters';
import { parseLiteral } from '../../facts/parse-literal';

const SEED = { seed: 20_260_501, numRuns: 300 };

const file = { id: 'x', displayPath: 'environments/x/x.ts' };

const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('Bộ Y tế', "H'Leo", 'a"b', '`${x}`', '\\', 'một\ndòng', '𠀀', '// no comment', '{[(<'),
  )
  .filter((one) => !hasHiddenCharacter(one));
const key = text.filter((one) => !['__proto__', 'constructor', 'prototype'].includes(one));
const number = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .filter((one) => !Object.is(one, -0) && (!Number.isInteger(one) || Number.isSafeInteger(one)));

const { value: anyValue } = fc.letrec<{ value: FactValue; scalar: FactValue }>((tie) => ({
  scalar: fc.oneof(text, number, fc.boolean(), fc.constant(null)),
  value: fc.oneof(
    { maxDepth: 4 },
    tie('scalar'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
}));
const anyFact = fc.dictionary(key, anyValue, { maxKeys: 5 }).filter(hasDistinctKeys);

/** Keys that differ in Unicode form only are one key to the reader. */
function hasDistinctKeys(value: FactValue): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const keys = Object.keys(value).map((one) => one.normalize('NFC'));
  return new Set(keys).size === keys.length && Object.values(value).every(hasDistinctKeys);
}

/** Any text at all: every code point but halves of surrogate pairs. */
const anySource = fc
  .array(
    fc.nat(0x10_f7_ff).map((point) => String.fromCodePoint(point < 0xd8_00 ? point : point + 0x8_00)),
    { maxLength: 60 },
  )
  .map((characters) => characters.join(''));

interface Style {
  readonly quote: "'" | '"' | '`';
  readonly lineEnd: '\n' | '\r\n';
  readonly indent: '  ' | '\t';
  readonly comment: '' | ' // ghi chú <"';
}

const anyStyle: fc.Arbitrary<Style> = fc.record({
  quote: fc.constantFrom("'", '"', '`'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  indent: fc.constantFrom('  ', '\t'),
  comment: fc.constantFrom('', ' // ghi chú <"'),
});

function quoted(value: string, quote: string): string {
  const body = value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replaceAll('\n', '\\n');
  return quote + (quote === '`' ? body.replaceAll('${', '\\${') : body).replaceAll('\r', '\\r') + quote;
}

function render(value: FactValue, style: Style, depth = 1): string {
  if (typeof value === 'string') return quoted(value, style.quote);
  if (typeof value !== 'object' || value === null) return String(value);
  const line = style.comment + style.lineEnd + style.indent.repeat(depth);
  const keyQuote = style.quote === '`' ? '"' : style.quote;
  const parts = Array.isArray(value)
    ? value.map((one: FactValue) => `${line}${render(one, style, depth + 1)},`)
    : Object.entries(value).map(([name, one]) => `${line}${quoted(name, keyQuote)}: ${render(one, style, depth + 1)},`);
  const end = style.lineEnd + style.indent.repeat(depth - 1);
  return Array.isArray(value) ? `[${parts.join('')}${end}]` : `{${parts.join('')}${end}}`;
}

function renderFile(value: FactValue, style: Style): string {
  return `import type { X } from './x';${style.lineEnd}export default ${render(value, style)} satisfies X;${style.lineEnd}`;
}

function composed(value: FactValue): FactValue {
  if (typeof value === 'string') return value.normalize('NFC');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(composed);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name.normalize('NFC'), composed(one)]));
}

type Leaf = readonly [path: readonly (string | number)[], value: FactValue];

function leaves(value: FactValue, path: readonly (string | number)[] = []): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((one: FactValue, index) => leaves(one, [...path, index]));
  return Object.entries(value).flatMap(([name, one]) => leaves(one, [...path, name]));
}

function read(source: string): { readonly value: FactValue; readonly places: ValuePlace } {
  const result = parseLiteral(source, file);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** The source of a scalar that begins at a place: up to the comma that ends its line. */
function scalarSource(source: string, { line, column }: { line: number; column: number }, comment: string): string {
  const rest = (source.split(/\r?\n/)[line - 1] ?? '').slice(column - 1);
  const withoutComment = comment !== '' && rest.endsWith(comment) ? rest.slice(0, -comment.length) : rest;
  return withoutComment.replace(/,$/, '');
}

/** The source of the quoted key that a line begins with; of nothing when it begins with none. */
function keyAt(line: string): string {
  return /^(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")(?=: )/u.exec(line)?.[0] ?? 'null';
}

/** The values of sources, each read in a line of its own. */
function readParts(parts: readonly string[]): readonly FactValue[] {
  const lines = parts.map((part, index) => `  p${index}: ${part},\n`);
  return Object.values(read(`export default {\n${lines.join('')}}`).value as Readonly<Record<string, FactValue>>);
}

describe('parseLiteral()', () => {
  test('reads back every value, however it is written', () => {
    fc.assert(
      fc.property(anyFact, anyStyle, (value, style) => {
        expect(read(renderFile(value, style)).value).toEqual(composed(value));
      }),
      SEED,
    );
  });

  test('places every leaf where its text stands', () => {
    fc.assert(
      fc.property(anyFact, anyStyle, (value, style) => {
        const source = renderFile(value, style);
        const { places } = read(source);
        const all = leaves(composed(value));
        const parts = all.map(([path]) => scalarSource(source, findPlace(places, path), style.comment));
        expect(readParts(parts)).toEqual(all.map(([, leaf]) => leaf));
      }),
      SEED,
    );
  });

  test('places every key where it stands', () => {
    fc.assert(
      fc.property(anyFact, anyStyle, (value, style) => {
        const source = renderFile(value, style);
        const { places } = read(source);
        const named = leaves(composed(value)).flatMap(([path]) => {
          const last = path.at(-1);
          return typeof last === 'string' ? [{ path, last }] : [];
        });
        const lines = source.split(/\r?\n/);
        const parts = named.map(({ path }) => {
          const { line, column } = findPlace(places, path, 'key');
          return keyAt((lines[line - 1] ?? '').slice(column - 1));
        });
        expect(readParts(parts)).toEqual(named.map(({ last }) => last));
      }),
      SEED,
    );
  });

  test('says the same about the same text', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const once = parseLiteral(`export default { a: ${source}`, file);
        expect(parseLiteral(`export default { a: ${source}`, file)).toEqual(once);
      }),
      SEED,
    );
  });
});
