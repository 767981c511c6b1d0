import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../cli/main';
import type { Log } from 'sarif';
import { captureIo } from '../support/capture-io';

const work = mkdtempSync(join(tmpdir(), 'ndc-gate-'));
const now = (): Date => new Date('2026-11-24T03:00:00Z');

afterAll(() => rmSync(work, { recursive: true, force: true }));

async function gate(...argv: readonly string[]) {
  const captured = captureIo({ now, cwd: work });
  const code = await main(['gate', ...argv], captured.io);
  return { code, out: captured.out(), err: captured.err() };
}

function manifests(text: string): string {
  const folder = mkdtempSync(join(work, 'manifests-'));
  writeFileSync(join(folder, 'a.yaml'), text);
  return folder;
}

const role = (verb: string): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: one}\nrules: [{apiGroups: [apps], resources: [deployments], verbs: [${verb}]}]\n`;

function named(name: string, isJson = false): string {
  const body = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name } };
  if (isJson) return JSON.stringify(body);
  return Object.entries(body)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');
}

function bound(names: readonly string[]): string {
  const subjects = names.map(
    (name, index) => `  - name: ${name}\n    kind: ${index === 0 ? 'ServiceAccount' : 'User'}\n`,
  );
  return `apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b, namespace: ns}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}\nsubjects:\n${subjects.join('')}`;
}

describe('ndc gate --manifests', () => {
  it('passes what is as required, and says which rules were not applied', async () => {
    const { code, out, err } = await gate('--manifests', manifests(role('get')));
    expect(code).toBe(0);
    expect(out).toContain('✔ passed');
    expect(err).toMatch(/1 object read; \d+ rules across all that an environment has were not applied/);
  });

  it('names rule, object, field and file of what is not', async () => {
    const { code, out } = await gate('--manifests', manifests(role("'*'")));
    expect(code).toBe(1);
    expect(out).toContain(
      'roles/disallow-wildcard-verbs (block)\n    manifests/ClusterRole/-/one  rules[0].verbs[0]\n      got  *\n      want anything but *\n      at   a.yaml:4:63\n',
    );
  });

  it.each([
    ['in a later document', `${role('get')}---\n${role("'*'")}`, '9:63'],
    ['in a list', `kind: List\napiVersion: v1\nitems:\n  - ${role("'*'").replaceAll('\n', '\n    ')}`, '7:67'],
    ['by a merge key', `x: &x {rules: [{apiGroups: [a], verbs: ['*']}]}\n<<: *x\n${named('a')}`, '1:41'],
    ['where an alias leads', `${named('a')}x: &x ['*']\nrules:\n- verbs: *x\n  apiGroups: [a]\n`, '4:8'],
    ['of the second of two subjects with one name', bound(['default', 'default']), '9:5'],
    [
      'that is absent, by its parent',
      `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - name: b\n`,
      '6:5',
    ],
  ])('names the line of what is wrong %s', async (_, text, place) => {
    const { code, out } = await gate('--manifests', manifests(text));
    expect(code).toBe(1);
    expect(out).toContain(`      at   a.yaml:${place}\n`);
  });

  it('names the line of what is wrong in JSON', async () => {
    const folder = mkdtempSync(join(work, 'manifests-'));
    const body = { ...JSON.parse(named('a', true)), rules: [{ verbs: ['get', '*'] }] } as object;
    writeFileSync(join(folder, 'a.json'), JSON.stringify(body, null, '\t'));
    const { out } = await gate('--manifests', folder);
    expect(out).toContain('rules[0].verbs[1]\n      got  *\n      want anything but *\n      at   a.json:11:5\n');
  });

  it('tells line and column in every format for machines', async () => {
    const folder = manifests(`${role("'*'")}---\na: 1\na: 2\n`.replace('---\na: 1\na: 2\n', '---\n7\n'));
    const outputs = ['json', 'sarif', 'junit'].map(
      async (format) => (await gate('--manifests', folder, '--format', format)).out,
    );
    const [json = '', sarif = '', junit = ''] = await Promise.all(outputs);
    const { findings, integrity } = JSON.parse(json) as Record<'findings' | 'integrity', { position: object }[]>;
    expect(findings[0]).toMatchObject({ steps: ['rules', 0, 'verbs', 0], position: { line: 4, column: 63 } });
    expect(integrity).toMatchObject([{ file: 'a.yaml', position: { line: 6, column: 1 } }]);
    const [run] = (JSON.parse(sarif) as Log).runs;
    const at = (line: number, column: number) => ({
      artifactLocation: { uri: 'a.yaml' },
      region: { startLine: line, startColumn: column },
    });
    expect(run?.results?.[0]?.locations?.[0]?.physicalLocation).toEqual(at(4, 63));
    expect(run?.invocations?.[0]?.toolExecutionNotifications?.[0]?.locations).toEqual([{ physicalLocation: at(6, 1) }]);
    expect(junit).toContain('want anything but *, at a.yaml:4:63"');
    expect(junit).toContain('no object, at a.yaml:6:1"');
  });

  it('fails when a file can not be read, even if all others pass', async () => {
    const { code, out } = await gate('--manifests', manifests(`${role('get')}---\na: 1\na: 2\n`));
    expect(code).toBe(1);
    expect(out).toMatch(/unreadable-file {2}a\.yaml:7:1\n/);
  });

  it('fails when no rule is about anything there, since nothing was judged', async () => {
    const other = 'apiVersion: example.test/v1\nkind: Other\nmetadata: {name: one}\n';
    const { code, out } = await gate('--manifests', manifests(other));
    expect(code).toBe(1);
    expect(out).toContain('0 evaluations');
  });

  it.each([
    ['an empty folder', () => manifests(''), 'nothing-to-judge'],
    ['no folder', () => join(work, 'none'), 'manifests-missing'],
  ])('refuses %s', async (_, folder, problem) => {
    const { code, err } = await gate('--manifests', folder());
    expect(code).toBe(2);
    expect(err).toContain(problem);
  });

  it.each([
    ['json', /^\{"verdict":"failed"/],
    ['sarif', /"version":"2\.1\.0"\}\n$/],
    ['junit', /^<\?xml version="1\.0"/],
  ])('prints %s for other tools', async (format, want) => {
    const { code, out } = await gate('--manifests', manifests(role("'*'")), '--format', format);
    expect(code).toBe(1);
    expect(out).toMatch(want);
  });
});

describe('ndc gate --plan', () => {
  const plan = (unknown: object): string => {
    const file = join(mkdtempSync(join(work, 'plan-')), 'plan.json');
    const rule = [{ api_groups: ['apps'], resources: ['deployments'], verbs: ['get'] }];
    const after = { metadata: [{ name: 'one' }], rule };
    const change = { actions: ['create'], before: null, after, after_unknown: unknown };
    const one = { address: 'kubernetes_cluster_role.one', mode: 'managed', type: 'kubernetes_cluster_role', change };
    const whole = { format_version: '1.2', terraform_version: '1.11.4', resource_changes: [one] };
    writeFileSync(file, JSON.stringify(whole));
    return file;
  };

  it('passes a plan whose values are known and as required', async () => {
    const { code, out } = await gate('--plan', plan({}));
    expect(code).toBe(0);
    expect(out).toContain('✔ passed');
  });

  it('takes what is known only after apply for unknown, never for a pass', async () => {
    const { code, out } = await gate('--plan', plan({ rule: [{ verbs: [true] }] }));
    expect(code).toBe(1);
    expect(out).toMatch(/rules\[0\]\.verbs\[0\]\n {6}got {2}known after apply/);
  });

  it('names the address of what is wrong, in every format', async () => {
    const file = plan({ rule: [{ verbs: [true] }] });
    const outputs = ['text', 'json', 'sarif', 'junit'].map(
      async (format) => (await gate('--plan', file, '--format', format)).out,
    );
    const [text, json, sarif, junit] = await Promise.all(outputs);
    expect(text).toContain(`      at   kubernetes_cluster_role.one in ${file}\n`);
    expect(json).toContain('"address":"kubernetes_cluster_role.one"');
    expect(sarif).toContain('{"fullyQualifiedName":"kubernetes_cluster_role.one","kind":"resource"}');
    expect(junit).toContain(`, at kubernetes_cluster_role.one in ${file}"`);
  });

  it('judges one thing a run', async () => {
    const { code, err } = await gate('--plan', plan({}), '--manifests', work);
    expect(code).toBe(2);
    expect(err).toMatch(/gate-of-several[^]*--manifests and --plan/);
  });
});
