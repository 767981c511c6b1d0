import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../cli/main';
import type { Log } from 'sarif';
import type { IntegrityFinding } from '../../resources/assembly';
import { captureIo } from '../support/capture-io';
import { hostileFiles, isReadable } from './kit/hostile-manifests';

const work = mkdtempSync(join(tmpdir(), 'ndc-hostile-'));

afterAll(() => rmSync(work, { recursive: true, force: true }));

async function gate(...argv: readonly string[]) {
  const captured = captureIo({ cwd: work });
  const code = await main(['gate', ...argv], captured.io);
  return { code, out: captured.out(), err: captured.err() };
}

function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(work, 'manifests-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** What a terminal would act on, but for the ends of lines. */
const ACTING = /(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]/u;

const STACK = /^ {4}at |node_modules|node:internal/m;

interface Printed {
  readonly integrity: readonly IntegrityFinding[];
  readonly objects: number;
  readonly findings: readonly { readonly subject: string }[];
}

function placeOf({ position }: IntegrityFinding): string | undefined {
  return position === undefined ? undefined : `${position.line}:${position.column}`;
}

describe('ndc gate --manifests on a folder of hostile files', () => {
  const folder = folderOf(Object.fromEntries(hostileFiles.map(({ path, content }) => [path, content])));

  it('names each file that can not be read with its place, and judges all others', async () => {
    expect(hostileFiles.length).toBeGreaterThan(100);
    const { code, out, err } = await gate('--manifests', folder, '--format', 'json');
    expect(code).toBe(1);
    const { integrity, findings } = JSON.parse(out) as Printed;
    const told = new Map(integrity.toReversed().map((one) => [one.file, placeOf(one)]));
    const wanted = new Map(hostileFiles.filter((one) => !isReadable(one)).map(({ path, trouble }) => [path, trouble]));
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(wanted));
    expect(findings.map(({ subject }) => subject).filter((one) => one.includes('healthy'))).toEqual([]);
    expect(err).toMatch(/^20\d\d objects read;/);
    expect(out + err).not.toMatch(STACK);
    expect(out.length).toBeLessThan(2_000_000);
  });

  it('prints the places for people, and nothing that acts on a terminal', async () => {
    const { code, out, err } = await gate('--manifests', folder);
    expect(code).toBe(1);
    expect(out).toMatch(/unreadable-file {2}[\w.-]+:\d+:\d+/);
    expect(out + err).not.toMatch(ACTING);
    expect(out + err).not.toMatch(STACK);
  });
});

const role = (name: string, verb: string): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: ${JSON.stringify(name)}\nrules:\n  - apiGroups: [apps]\n    resources: [deployments]\n    verbs: [get, ${verb}]\n`;

const hostileNames = [
  '\u001B[31mred\u001B]0;title\u0007',
  '\u009B31m\u0085\u007F\b\r',
  '\u202Etxt.exe\u2066\u200B\uFEFF',
  '\u2028\u2029\uFFFE\uFFFF',
  ']]></failure><script>&amp;\'"',
  'a\nb\tc',
  '💥\u{E0041}',
  '../../../etc/passwd',
  '%s%n${jndi:ldap://x}',
  '__proto__',
];

/** What XML 1.0 takes for a character. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const XML_LINE =
  /^(?:<\?xml version="1\.0" encoding="UTF-8"\?>|(?: *<\/?[a-z]+(?: [a-z]+="(?:[^"<&]|&(?:amp|lt|gt|quot|#\d+);)*")*\/?>)+)?$/;

describe('ndc gate --manifests on objects and files with hostile names', () => {
  const folder = folderOf({
    ...Object.fromEntries(hostileNames.map((name, index) => [`${index}.yaml`, role(name, "'*'")])),
    'a b#c?d\u001B[31m\u202E%.yaml': role('file', "'*'"),
    'broken\n\u009B.yaml': 'a: [',
  });

  it.each(['text', 'json', 'sarif', 'junit'])('prints no character in %s that acts on a terminal', async (format) => {
    const { code, out, err } = await gate('--manifests', folder, '--format', format);
    expect(code).toBe(1);
    expect(out + err).not.toMatch(ACTING);
    expect(out).toContain('broken');
  });

  it('keeps each name in JSON and SARIF as it is', async () => {
    const json = JSON.parse((await gate('--manifests', folder, '--format', 'json')).out) as Printed;
    const subjects = new Set(json.findings.map(({ subject }) => subject));
    expect(hostileNames.filter((name) => !subjects.has(`manifests/ClusterRole/-/${name}`))).toEqual([]);
    const log = JSON.parse((await gate('--manifests', folder, '--format', 'sarif')).out) as Log;
    const results = log.runs[0]?.results ?? [];
    const names = new Set(results.map((one) => one.locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName));
    expect(hostileNames.filter((name) => !names.has(`manifests/ClusterRole/-/${name} rules[0].verbs[1]`))).toEqual([]);
    const uris = results.map((one) => one.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '');
    expect(uris).toContain('a%20b%23c%3Fd%1B%5B31m%E2%80%AE%25.yaml');
  });

  it('writes JUnit as XML that every parser takes', async () => {
    const { out } = await gate('--manifests', folder, '--format', 'junit');
    expect(out).not.toMatch(NOT_XML);
    expect(out.split('\n').filter((line) => !XML_LINE.test(line))).toEqual([]);
  });
});

describe('ndc gate --plan on hostile plans', () => {
  const change = { actions: ['create'], before: null, after: { metadata: [{ name: 'a' }] } };
  const one = { address: 'kubernetes_role.a', mode: 'managed', type: 'kubernetes_role', change };
  const whole = { format_version: '1.2', terraform_version: '1.11.4', resource_changes: [one] };
  const text = JSON.stringify(whole, null, 1);
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

  it.each([
    ['nothing', '', ':1:1:'],
    ['half of a plan', text.slice(0, 200), ':10:12:'],
    ['a key that stands twice', text.replace('"mode"', '"address"'), ':7:4:'],
    ['no JSON', text.replace('null', 'nil'), ':13:15:'],
    ['a key that acts on a terminal, twice', text.replace('null', '{"\u009B1m\u202E":1,"\u009B1m\u202E":2}'), ':13:'],
    ['endless nesting', text.replace('null', deep), 'nested deeper than 100'],
    ['nesting that never ends', '['.repeat(1_000_000), ':1:1000001:'],
    ['a list', '[]', 'expected object'],
    ['null', 'null', 'expected object'],
    ['another format', text.replace('1.2', '9.9'), 'format_version'],
    ['changes that are a map', JSON.stringify({ ...whole, resource_changes: {} }), 'resource_changes'],
    ['an action that is a number', text.replace('"create"', '1'), 'resource_changes.0.change.actions.0'],
    ['objects that are texts', text.replace('null', '"x"'), 'resource_changes.0.change.before'],
    ['a number greater than any', text.replace('null', '{"a":1e400}'), 'no number of JSON'],
    ['a lone surrogate', text.replace('null', String.raw`{"a":"\ud800"}`), 'lone surrogate'],
  ])('refuses %s with its place', async (_, content, place) => {
    const file = join(mkdtempSync(join(work, 'plan-')), 'plan.json');
    writeFileSync(file, content);
    const { code, out, err } = await gate('--plan', file);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/plan-unreadable/);
    expect(err).toContain(place);
    expect(err).not.toMatch(ACTING);
    expect(err).not.toMatch(STACK);
  });

  it.each([
    ['a folder', work],
    ['no file', join(work, 'none.json')],
    ['a device', '/dev/null'],
  ])('refuses %s', async (_, file) => {
    const { code, err } = await gate('--plan', file);
    expect(code).toBe(2);
    expect(err).toMatch(/plan-unreadable/);
  });

  it('judges what has hostile names and addresses, and lets none of them act on a terminal', async () => {
    const changes = hostileNames.map((name) => ({
      ...one,
      address: `kubernetes_cluster_role.${name}`,
      type: 'kubernetes_cluster_role',
      change: {
        ...change,
        after: { metadata: [{ name }], rule: [{ api_groups: [name], resources: [name], verbs: ['*'] }] },
        after_unknown: { [name]: true, metadata: false },
        after_sensitive: { [name]: { [name]: true } },
      },
    }));
    const unread = { ...one, address: `helm_release.${hostileNames[0]}`, type: 'helm_release' };
    const file = join(mkdtempSync(join(work, 'plan-')), 'plan.json');
    writeFileSync(file, JSON.stringify({ ...whole, resource_changes: [...changes, unread] }));
    for (const format of ['text', 'json', 'sarif', 'junit']) {
      const { code, out, err } = await gate('--plan', file, '--format', format);
      expect(code).toBe(1);
      expect(out + err).not.toMatch(ACTING);
      expect(out + err).not.toMatch(STACK);
    }
    const { findings } = JSON.parse((await gate('--plan', file, '--format', 'json')).out) as Printed;
    expect(new Set(findings.map(({ subject }) => subject)).size).toBe(hostileNames.length);
  });
});
