/** A file that somebody may put among manifests, and where gate must say that it can't be read. */
export interface HostileFile {
  readonly path: string;
  readonly content: string | Buffer;
  /** `line:column`, or undefined where the file as a whole can't be read; `readable` where it can be. */
  readonly trouble: string | undefined;
}

const READABLE = 'readable';

const head = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n';

const bomb = Array.from({ length: 9 }, (_, index) => {
  const inner = index === 0 ? 'x' : `*a${index - 1}`;
  return `a${index}: &a${index} [${Array(9).fill(inner).join(', ')}]\n`;
}).join('');

const mergeBomb = Array.from({ length: 120 }, (_, index) => {
  const own = Array.from({ length: 20 }, (_unused, key) => `k${index}x${key}: 1`).join(', ');
  return `m${index}: &m${index} {${index === 0 ? '' : `<<: *m${index - 1}, `}${own}}\n`;
}).join('');

/** Where a text can't be read, by what is wrong with it. */
const broken: Readonly<Record<string, readonly [content: string | Buffer, trouble: string | undefined]>> = {
  'key-twice': [`${head}data: {a: 1}\ndata: {b: 1}\n`, '5:1'],
  'key-twice-by-number': [`${head}data:\n  1: a\n  '1': b\n`, '6:4'],
  'octal-of-old': [`${head}data:\n  mode: 0644\n`, '5:9'],
  'truth-of-old': [`${head}data: {a: b,\n  c: yes}\n`, '5:6'],
  'binary-of-old': [`${head}data: {a: 0b101}\n`, '4:11'],
  'not-a-number': [`${head}data: {a: .nan}\n`, '1:1'],
  infinite: [`${head}---\n${head}data: {a: -.inf}\n`, '5:1'],
  bomb: [`${head}${bomb}`, '1:1'],
  'merge-bomb': [`${head}${mergeBomb}`, '36:12'],
  'alias-of-nothing': [`${head}data: *none\n`, '4:8'],
  'alias-of-itself': [`${head}data: &d\n  a: *d\n`, '1:1'],
  'many-aliases': [`${head}a: &a 1\nb: [${'*a, '.repeat(1_001)}]\n`, '5:4006'],
  'merge-of-text': [`${head}data:\n  <<: text\n`, '5:3'],
  tag: [`${head}data: !!python/object:os.system ls\n`, '4:7'],
  'tag-binary': [`${head}data: {a: !!binary aGk=}\n`, '4:11'],
  'key-of-list': [`${head}data:\n  ? [a]\n  : b\n`, '5:5'],
  'key-of-map': [`${head}? &a {a: 1}\n: b\n`, '4:3'],
  nul: [`${head}data: {a: "\u0000"}\n`, '4:12'],
  escape: [`${head}data: {a: \u001B[31m}\n`, '4:11'],
  'lone-surrogate': [`${head}data: {a: "\\ud800"}\n`, '1:1'],
  tabs: [`${head}data:\n\ta: b\n`, '5:1'],
  'deep-flow': [`${head}data: ${'['.repeat(100_000)}`, '4:106'],
  'deep-block': [`${head}data: ${'- '.repeat(100_000)}a\n`, '4:7'],
  'deep-json.json': [`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, '1:104'],
  'half-flow': [`${head}data: {a: [1, 2\n`, '5:1'],
  'half-text': [`${head}data: "a\n`, '5:1'],
  'not-utf8': [Buffer.from([0x61, 0x3a, 0x20, 0xff, 0xfe]), undefined],
  utf16: [Buffer.from(`\uFEFF${head}`, 'utf16le'), undefined],
  template: [`${head}data: {{ .Values.data }}\n`, '4:8'],
  'no-object': ['- 1\n- 2\n', '1:1'],
  'text-alone': ['just text\n', '1:1'],
  'number-alone': ['---\n42\n', '2:1'],
  'no-kind': ['apiVersion: v1\nmetadata: {name: a}\n', '1:1'],
  'kind-a-list': [`${head}---\napiVersion: v1\nkind: [Pod]\nmetadata: {name: a}\n`, '5:1'],
  'version-a-number': ['apiVersion: 1\nkind: Pod\nmetadata: {name: a}\n', '1:1'],
  'name-a-map': ['apiVersion: v1\nkind: Pod\nmetadata: {name: {}}\n', '1:1'],
  'metadata-a-list': ['apiVersion: v1\nkind: Pod\nmetadata: [name]\n', '1:1'],
  'name-of-a-megabyte': [`apiVersion: v1\nkind: Pod\nmetadata: {name: ${'x'.repeat(2 ** 20)}}\n`, '1:1'],
  'kind-of-a-megabyte': [`apiVersion: v1\nkind: ${'x'.repeat(2 ** 20)}\nmetadata: {name: a}\n`, '1:1'],
  'list-in-list': ['apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: List\n  items: []\n', '4:3'],
  'list-of-numbers.json': ['{"apiVersion":"v1","kind":"List","items":[\n 1,\n "a",\n {}]}', '2:2'],
  'half.json': ['{"apiVersion": "v1",\n "kind": ', '2:10'],
  'key-twice.json': ['{"apiVersion": "v1",\n "apiVersion": "v2"}', '2:3'],
  'huge-text': [`${head}data: {a: ${'x'.repeat(17 * 2 ** 20)}}\n`, '1:1'],
};

/** What looks hostile, and is read and judged. */
const readable: Readonly<Record<string, string>> = {
  empty: '',
  markers: '---\n---\n---\n',
  comment: '# nothing here\n',
  null: 'null\n',
  bom: `\uFEFF${head}`,
  crlf: head.replaceAll('\n', '\r\n'),
  date: `${head}data: {a: 2026-01-01, b: 12:30:00}\n`,
  prototype: `${head}__proto__: {a: 1}\nconstructor: {prototype: {a: 1}}\nhasOwnProperty: 1\n`,
  'prototype.json':
    '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x","labels":{"__proto__":1}},"__proto__":{}}',
  'huge-numbers': `${head}data: {a: 99999999999999999999999, b: 1e400, c: -0, d: 0x1F}\n`,
  'huge-number.json': '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x"},"data":{"a":1e400}}',
  'long-key': `${head}data: {? ${'k'.repeat(100_000)} : 1}\n`,
  'ten-megabytes': `${head}data:\n  a: |\n${'    some line of a text that is long\n'.repeat(270_000)}`,
  'many-documents': `${head}---\n`.repeat(2_000),
  'list-of-maps': 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: [{containers: {a: 1}}]\n',
  'map-of-lists': 'apiVersion: v1\nkind: Pod\nmetadata: {name: q, labels: [a]}\nspec: {containers: {main: [1]}}\n',
  'spec-a-number': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: r}\nspec: 7\n',
  'regular-expression': `apiVersion: v1\nkind: Pod\nmetadata: {name: s}\nspec: {containers: [{name: c, image: "${'a'.repeat(50_000)}!", command: ["(a+)+$"]}]}\n`,
};

/** A hundred files or more: what can't be read, what can, and healthy ones between them. */
export const hostileFiles: readonly HostileFile[] = [
  ...Object.entries(broken).map(([name, [content, trouble]]) => ({ path: pathOf(name), content, trouble })),
  ...Object.entries(readable).map(([name, content]) => ({ path: pathOf(name), content, trouble: READABLE })),
  ...Array.from({ length: 45 }, (_, index) => ({
    path: `healthy/${index}.yaml`,
    content: `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: healthy-${index}}\nrules: [{apiGroups: [apps], resources: [deployments], verbs: [get]}]\n`,
    trouble: READABLE,
  })),
];

function pathOf(name: string): string {
  return name.endsWith('.json') ? name : `${name}.yaml`;
}

/** Whether gate must read a file. */
export function isReadable({ trouble }: HostileFile): boolean {
  return trouble === READABLE;
}
