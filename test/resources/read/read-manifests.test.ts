import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readManifests } from '../../../resources/read/read-manifests';

const folders: string[] = [];

function read(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'ndc-manifests-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, found: () => readManifests(folder) };
}

function valueOf(files: Readonly<Record<string, string>>) {
  const found = read(files).found();
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const object = (kind: string, name: string): string => `apiVersion: v1\nkind: ${kind}\nmetadata: {name: ${name}}\n`;

describe('readManifests()', () => {
  it('reads YAML and JSON at any depth, and opens lists', () => {
    const { resources, integrity } = valueOf({
      'a.yaml': `${object('Secret', 'one')}---\n${object('Secret', 'two')}`,
      'deep/b.json': JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'three' } }),
      'deep/er/c.yml': `apiVersion: v1\nkind: List\nitems:\n- ${object('ConfigMap', 'four').replaceAll('\n', '\n  ')}`,
      'read.me': 'not looked at: {',
    });
    expect(integrity).toEqual([]);
    expect(resources.map(({ id, artifact }) => `${id} ${artifact.file}`)).toEqual([
      'manifests/ConfigMap/-/four deep/er/c.yml',
      'manifests/Namespace/-/three deep/b.json',
      'manifests/Secret/-/one a.yaml',
      'manifests/Secret/-/two a.yaml',
    ]);
  });

  it('follows aliases, and gives objects of one name ids of their own', () => {
    const { resources } = valueOf({
      'base.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata: &d {a: b}\nbinaryData: *d\n',
      'overlay.yaml': object('ConfigMap', 'x'),
    });
    expect(resources.map(({ id }) => id)).toEqual(['manifests/ConfigMap/-/x', 'manifests/ConfigMap/-/x (2)']);
    expect(resources[0]?.body['binaryData']).toEqual({ a: 'b' });
  });

  it('follows merge keys, as clusters do, for what they leave out is what nobody would judge', () => {
    const merged = `x: &x {privileged: true, a: 1}\nz: &z {a: 2}\n${object('Pod', 'p')}spec:\n  <<: [*z, *x]\n  b: 3\n`;
    const { resources, integrity } = valueOf({ 'a.yaml': merged });
    expect(integrity).toEqual([]);
    expect(resources[0]?.body['spec']).toEqual({ a: 2, privileged: true, b: 3 });
  });

  it('says where in its file each object stands', () => {
    const list = JSON.stringify({
      kind: 'List',
      apiVersion: 'v1',
      items: [1, { kind: 'A', apiVersion: 'v1', metadata: { name: 'a' } }],
    });
    const { resources, integrity } = valueOf({ 'a.yaml': `---\n---\n${list}\n` });
    expect(resources.map(({ artifact }) => artifact.steps)).toEqual([[1, 'items', 1]]);
    expect(integrity).toMatchObject([{ detail: 'no object', position: { line: 3, column: 43 } }]);
  });

  it.each([
    ['a key that stands twice', 'a: 1\na: 2\n', /duplicated mapping key in line 2/],
    ['no YAML', 'a: [1\n', /in line 2/],
    ['a number that JSON can not carry', `${object('A', 'a')}x: .nan\n`, /no number of JSON/],
    ['a text that two versions of YAML read as two things', `${object('A', 'a')}x: yes\n`, /without quotes/],
    ['a number that only one version of YAML knows', `${object('A', 'a')}x: 0b1_0\n`, /without quotes/],
    ['a name longer than any', object('A', 'a'.repeat(501)), /name of 501 characters, at most 500/],
    ['a list as a key', '{{ .Values }}\n', /a list or a map as a key in line 1/],
    ['a document that is no object', '- 1\n', /no object/],
    ['an object without a kind', 'metadata: {name: a}\n', /no apiVersion or no kind/],
    ['a document nested without end', `a: ${'['.repeat(500)}${']'.repeat(500)}\n`, /nest|depth/i],
  ])('tells where stands %s, and reads the rest', (_, text, detail) => {
    const { resources, integrity } = valueOf({ 'bad.yaml': text, 'good.yaml': object('Secret', 'good') });
    expect(integrity).toMatchObject([{ kind: 'unreadable-file', file: 'bad.yaml' }]);
    expect(integrity[0]?.detail).toMatch(detail);
    expect(resources.map(({ name }) => name)).toEqual(['good']);
  });

  it('refuses a few aliases that make billions of values', () => {
    const layers = Array.from({ length: 9 }, (_, index) => {
      const inner =
        index === 0
          ? '[x, x, x, x, x, x, x, x, x]'
          : `[${Array(9)
              .fill(`*a${index - 1}`)
              .join(', ')}]`;
      return `a${index}: &a${index} ${inner}`;
    });
    const { integrity } = valueOf({ 'bomb.yaml': `${object('ConfigMap', 'x')}${layers.join('\n')}\n` });
    expect(integrity).toMatchObject([{ file: 'bomb.yaml', detail: 'aliases make more than 2000000 values of it' }]);
  });

  it('tells a link and follows none', () => {
    const { folder, found } = read({ 'a.yaml': object('Secret', 'a') });
    symlinkSync('/etc/passwd', join(folder, 'link.yaml'));
    expect(found()).toMatchObject({ ok: true, value: { integrity: [{ kind: 'symbolic-link', file: 'link.yaml' }] } });
  });

  it('fails only where there is no folder', () => {
    expect(readManifests(join(tmpdir(), 'ndc-no-such-folder'))).toMatchObject({
      ok: false,
      problems: [{ code: 'manifests-missing', got: 'no such folder' }],
    });
  });
});
