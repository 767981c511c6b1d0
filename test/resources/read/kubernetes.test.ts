import fc from 'fast-check';
import { readKubernetes } from '../../../resources/read/kubernetes';

const quota = `apiVersion: v1
kind: ResourceQuota
metadata:
  name: quota
  namespace: p01-proc-server
spec:
  hard:
    limits.cpu: "16"
    pods: "100"
`;

function detailOf(text: string): string {
  const [trouble] = readKubernetes(text).troubles;
  return trouble === undefined ? 'no trouble' : `${trouble.address}: ${trouble.detail}`;
}

describe('readKubernetes()', () => {
  it('reads every document, keeps keys with dots, and gives addresses', () => {
    const reading = readKubernetes(`${quota}---\napiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n---\n`);
    expect(reading.troubles).toEqual([]);
    expect(reading.objects.map((one) => one.address)).toEqual(['ResourceQuota/p01-proc-server/quota', 'Namespace/-/a']);
    expect(reading.objects[0]?.body['spec']).toEqual({ hard: { 'limits.cpu': '16', pods: '100' } });
  });

  it('refuses a merge key, which not every reader follows, and takes the same signs for text elsewhere', () => {
    const data = (lines: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n${lines}\n`;
    expect(readKubernetes(data('  <<: { a: b }')).troubles).toMatchObject([
      { detail: 'the key << without quotes is read differently by YAML 1.1 and 1.2', position: { line: 5, column: 3 } },
    ]);
    const dataOf = (lines: string): unknown => readKubernetes(data(lines)).objects[0]?.body['data'];
    expect(dataOf('  a: <<')).toEqual({ a: '<<' });
    expect(dataOf('  "<<": b')).toEqual({ '<<': 'b' });
  });

  it('reads one object in JSON', () => {
    const reading = readKubernetes('{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"a"}}');
    expect(reading.objects.map((one) => one.address)).toEqual(['Namespace/-/a']);
  });

  it('reads a stream whose first document is in flow style', () => {
    const reading = readKubernetes(
      '{apiVersion: v1, kind: Namespace, metadata: {name: a}}\n---\n{apiVersion: v1, kind: Namespace, metadata: {name: b}}\n',
    );
    expect(reading.objects.map((one) => one.name)).toEqual(['a', 'b']);
  });

  it('reads a date without quotes as text', () => {
    expect(
      readKubernetes('apiVersion: v1\nkind: A\nmetadata: {name: a}\non-day: 2026-10-01\n').objects[0]?.body,
    ).toMatchObject({
      'on-day': '2026-10-01',
    });
  });

  it.each([
    ['a key that stands twice', 'apiVersion: v1\nkind: A\nkind: B\nmetadata: {name: a}\n', /duplicat.*in line 3/],
    [
      'a key that stands twice in JSON',
      '{"apiVersion":"v1","kind":"A","kind":"B","metadata":{"name":"a"}}',
      /duplicat/,
    ],
    ['an alias', 'apiVersion: v1\nkind: A\nmetadata: &m {name: a}\nother: *m\n', /alias/i],
    [
      'a truth value of YAML 1.1',
      'apiVersion: v1\nkind: A\nmetadata: {name: a}\nautomount: no\n',
      /^: no without quotes/,
    ],
    [
      'an octal number of YAML 1.1',
      'apiVersion: v1\nkind: A\nmetadata: {name: a}\nmode: 0644\n',
      /^: 0644 without quotes/,
    ],
    ['an infinity', 'apiVersion: v1\nkind: A\nmetadata: {name: a}\nshare: .inf\n', /Infinity is no number of JSON/],
    ['a lone surrogate', 'apiVersion: v1\nkind: A\nmetadata: {name: "\\ud800"}\n', /surrogate/],
    ['a list that hides objects', 'apiVersion: v1\nkind: List\nitems: []\n', /document 0: List hides/],
    ['a document that is no object', `${quota}---\n- 1\n`, /document 1: no object/],
    ['an object without name', 'apiVersion: v1\nkind: A\nmetadata: {}\n', /A without metadata.name/],
    ['an object without kind', 'apiVersion: v1\nmetadata: {name: a}\n', /no kind/],
    ['broken YAML', 'a: [\n', /line/],
    ['nesting without end', `a: ${'['.repeat(20_000)}`, /depth|nest/i],
  ])('refuses %s and says where', (_, text, detail) => {
    expect(detailOf(text)).toMatch(detail);
  });

  it('refuses an alias bomb without growing', () => {
    const levels = Array.from(
      { length: 30 },
      (_, index) => `l${index + 1}: &l${index + 1} [*l${index}, *l${index}, *l${index}]`,
    );
    expect(detailOf(`l0: &l0 [x, x]\n${levels.join('\n')}\n`)).toMatch(/alias/i);
  });

  it('keeps a key named __proto__ as data and changes no prototype', () => {
    const [object] = readKubernetes(
      'apiVersion: v1\nkind: A\nmetadata: {name: a}\n__proto__: {polluted: yes-it-is}\n',
    ).objects;
    expect(Object.hasOwn(object?.body ?? {}, '__proto__')).toBe(true);
    expect(object?.body['polluted']).toBeUndefined();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('reads a document of ten million characters', () => {
    const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  big: "${'x'.repeat(10_000_000)}"\n`;
    expect(readKubernetes(text).objects).toHaveLength(1);
  });

  it('answers any text with objects or troubles, never with a crash', () => {
    const piece = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '&x',
      '*x',
      '|',
      '>',
      '!',
      '%',
      '#',
      '---\n',
      '\t',
      '? ',
      'kind: A\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const reading = readKubernetes(pieces.join(''));
        expect(reading.objects.every((one) => one.name.length > 0)).toBe(true);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('reads back any object as it was written', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (data) => {
        const object = { apiVersion: 'v1', kind: 'A', metadata: { name: 'a' }, data };
        expect(readKubernetes(JSON.stringify(object)).objects[0]?.body).toEqual(JSON.parse(JSON.stringify(object)));
      }),
      { seed: 2, numRuns: 300 },
    );
  });
});
