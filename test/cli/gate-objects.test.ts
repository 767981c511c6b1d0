import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../cli/main';
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
      'roles/disallow-wildcard-verbs (block)\n    manifests/ClusterRole/-/one  rules[0].verbs[0]\n      got  *\n      want anything but *\n      at   a.yaml',
    );
  });

  it('fails when a file can not be read, even if all others pass', async () => {
    const { code, out } = await gate('--manifests', manifests(`${role('get')}---\na: 1\na: 2\n`));
    expect(code).toBe(1);
    expect(out).toMatch(/unreadable-file {2}a\.yaml/);
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

  it('judges one thing a run', async () => {
    const { code, err } = await gate('--plan', plan({}), '--manifests', work);
    expect(code).toBe(2);
    expect(err).toMatch(/gate-of-several[^]*--manifests and --plan/);
  });
});
