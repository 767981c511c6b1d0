import fc from 'fast-check';

/** Pieces that mean something to YAML, to JSON or to a terminal, and some that mean nothing to anybody. */
const pieces = [
  '',
  ' ',
  '  ',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '---',
  '\n---\n',
  '...\n',
  '%YAML 1.1\n',
  ':',
  ': ',
  '- ',
  '? ',
  '#',
  '&a ',
  '*a',
  '<<: *a\n',
  '!!binary ',
  '!x ',
  '|',
  '>-\n',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  '\\',
  '\\ud800',
  '0644',
  'yes',
  '.nan',
  '1e400',
  '-0',
  '99999999999999999999',
  '2026-01-01',
  '__proto__',
  'constructor',
  '\u0000',
  '\u001B[2J',
  '\u0085',
  '\u202E',
  '\u2028',
  '\uFEFF',
  '\uD800',
  'é',
  '💥',
  '[[[[[[[['.repeat(20),
];

type Edit = readonly [how: (typeof ways)[number], at: number, piece: string];

const ways = ['insert', 'delete', 'twice', 'deeper', 'shallower', 'swap', 'cut', 'replace'] as const;

/** One to five changes of a text: of its characters, and of its lines. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.tuple(fc.constantFrom(...ways), fc.nat(), fc.constantFrom(...pieces)),
  { minLength: 1, maxLength: 5 },
);

/** A text with changes made one after the other. */
export function bendText(text: string, changes: readonly Edit[]): string {
  return changes.reduce(bend, text);
}

function bend(text: string, [how, at, piece]: Edit): string {
  const lines = text.split('\n');
  const index = at % lines.length;
  const line = lines[index] ?? '';
  const next = (index + 1) % lines.length;
  const place = at % (text.length + 1);
  const withLine = (...made: readonly string[]): string => lines.toSpliced(index, 1, ...made).join('\n');
  switch (how) {
    case 'insert':
      return text.slice(0, place) + piece + text.slice(place);
    case 'delete':
      return text.slice(0, place) + text.slice(place + (at % 7) + 1);
    case 'replace':
      return text.slice(0, place) + piece + text.slice(place + piece.length);
    case 'cut':
      return text.slice(0, place);
    case 'twice':
      return withLine(line, line);
    case 'deeper':
      return withLine(`  ${line}`);
    case 'shallower':
      return withLine(line.slice(1));
    case 'swap':
      return lines
        .with(index, lines[next] ?? '')
        .with(next, line)
        .join('\n');
  }
}
