import fc from 'fast-check';
import { dump } from 'js-yaml';
import type { JsonValue } from '../../../../resources/resource';
import { tryParsePlainYaml } from '../../../../resources/read/text/plain-yaml';
import { parseAnyYaml, parseStrictYaml } from '../../../../resources/read/text/strict-yaml';

/** Scalars at the edges of YAML, and the usual ones of Kubernetes objects. */
const text = fc.constantFrom(
  'a',
  'name',
  'n',
  'no',
  'null',
  'Null',
  '~',
  'true',
  '012',
  '1_000',
  '0x1F',
  '1e3',
  '1:30',
  '.5',
  '.inf',
  '-',
  '',
  '30d',
  '10.20.0.0/16',
  '0 2 * * *',
  ':4244',
  'k8s:app',
  'a: b',
  'a #b',
  '#a',
  '- a',
  '--flag',
  '*',
  '&a',
  '!x',
  "it's",
  "''",
  '"q"',
  '{{ $labels.x }}',
  '[a]',
  '%x',
  '@x',
  '`x`',
  '<<',
  '=',
  'Ảnh phải có',
  'Đồng hồ',
  ' lead',

  'trail ',
  'two\nlines\n',
  'two\nlines',
  'a\n\n  b\n',
  '\nfirst',
  'tab\there',
  'back\\slash',
  '|',
  '>',
  '?',
  '? a',
);
const scalar = fc.oneof(text, fc.integer({ min: -5, max: 70_000 }), fc.boolean(), fc.constantFrom(null, 0.5, 1e21));
const keys = fc.oneof(fc.constantFrom('apiVersion', 'spec', 'k8s:io.x/y', '.dot', '__proto__', 'y', '1'), text);
const { value } = fc.letrec<{ value: JsonValue; object: JsonValue; list: JsonValue }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, scalar, tie('object'), tie('list')),
  object: fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
  list: fc.array(tie('value'), { maxLength: 3 }),
}));
const document = fc.dictionary(keys, value, { minKeys: 1, maxKeys: 5 });

function write(documents: readonly unknown[]): string {
  return documents.map((one) => dump(one, { noRefs: true, lineWidth: -1 })).join('---\n');
}

/** The whole parser's word on a text; undefined when it refuses it. */
function readWhole(source: string): readonly JsonValue[] | undefined {
  const parsed = parseAnyYaml(source);
  return parsed.ok ? parsed.value : undefined;
}

/** The plain way, with the whole parser's word on single scalars, as the strict reader uses it. */
function readPlain(source: string): readonly JsonValue[] | undefined {
  return tryParsePlainYaml(source, (scalarText) => {
    const [list] = readWhole(`- ${scalarText}\n`) ?? [];
    return Array.isArray(list) ? (list as readonly JsonValue[])[0] : undefined;
  });
}

function expectSame(source: string): void {
  const plain = readPlain(source);
  if (plain === undefined) return;
  expect(JSON.stringify(plain)).toBe(JSON.stringify(readWhole(source)));
}

describe('tryParsePlainYaml()', () => {
  it('reads what our writer writes of usual objects, without the whole parser', () => {
    const usual = {
      apiVersion: 'v1',
      metadata: { name: 'a', labels: { 'ndc.gov.vn/zone': 'dmz' }, annotations: {} },
      spec: {
        list: ['a', '30', { name: 'x', on: true }],
        ports: [53, 5432],
        at: '0 2 * * *',
        text: 'a\nb\n',
        none: [],
      },
      message: 'Ảnh phải có phiên bản',
    };
    expect(readPlain(write([usual, { kind: 'B' }]))).toEqual([usual, { kind: 'B' }]);
  });

  it('reads what it reads exactly as the whole parser does', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 1, maxLength: 3 }), (documents) => expectSame(write(documents))),
      { seed: 11, numRuns: 500 },
    );
  });

  it('says nothing of a text that the whole parser refuses or reads otherwise, wherever a line was changed', () => {
    const change = fc.tuple(
      fc.nat(),
      fc.constantFrom('drop', 'twice', 'deeper', 'shallower', 'swap', 'cut'),
      fc.constantFrom(
        '',
        ' ',
        '\t',
        '#',
        ':',
        '-',
        '- ',
        '"',
        "'",
        '|',
        '...',
        '---',
        '&a',
        '*a',
        'é',
        '\u0085',
        '\ud800',
      ),
    );
    fc.assert(
      fc.property(document, fc.array(change, { minLength: 1, maxLength: 3 }), (one, changes) => {
        expectSame(changes.reduce(bend, write([one])));
      }),
      { seed: 13, numRuns: 1500 },
    );
  });

  it.each([
    ['a key that stands twice', 'a: 1\na: 2\n'],
    ['a scalar that versions of YAML read differently', 'a: no\n'],
    ['a key that versions of YAML read differently', 'y: 1\n'],
    ['a tab', 'a:\tb\n'],
    ['an alias', 'a: &x b\nc: *x\n'],
    ['a continued scalar', 'a: b\n  c\n'],
    ['a text without its last line end', 'a: b'],
    ['an empty document', 'a: b\n---\n'],
    ['a list at the column of its key', 'a:\n- b\n'],
    ['a folded text', 'a: >\n  b\n'],
    ['nesting without end', `${Array.from({ length: 60 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')} b\n`],
  ])('leaves %s to the whole parser', (_, source) => {
    expect(readPlain(source)).toBeUndefined();
    expect(parseStrictYaml(source)).toEqual(parseAnyYaml(source));
  });
});

function bend(source: string, [at, how, piece]: [number, string, string]): string {
  const lines = source.split('\n');
  const index = at % lines.length;
  const line = lines[index] ?? '';
  const column = at % (line.length + 1);
  const bent: Readonly<Record<string, readonly string[]>> = {
    drop: [],
    twice: [line, line],
    deeper: [`  ${line}`],
    shallower: [line.slice(1)],
    swap: [line.slice(0, column) + piece + line.slice(column + 1)],
    cut: [line.slice(0, column) + piece],
  };
  return [...lines.slice(0, index), ...(bent[how] ?? [line]), ...lines.slice(index + 1)].join('\n');
}
