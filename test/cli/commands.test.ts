import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../cli/main';
import { captureIo } from '../support/capture-io';
import { copyAssembly } from '../support/written/written-assembly';
import { formatCatalog } from '../../reports/catalog';
import { START_FILE } from '../../reports/start/start-page';

const work = mkdtempSync(join(tmpdir(), 'ndc-cli-'));
const assembly = join(work, 'sandbox');
const now = (): Date => new Date('2026-11-24T03:00:00Z');

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line in this process; a stack trace is never shown. */
async function run(...argv: readonly string[]): Promise<Ran> {
  const captured = captureIo({ now, cwd: work });
  const code = await main(argv, captured.io);
  const ran = { code, out: captured.out(), err: captured.err() };
  expect(`${ran.out}${ran.err}`).not.toMatch(/\n\s+at .+:\d+:\d+/);
  return ran;
}

beforeAll(async () => {
  await copyAssembly('sandbox', assembly);
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('ndc synth', () => {
  it('tells the digest and the number of objects as JSON', async () => {
    const { code, out } = await run('synth', '--env', 'sandbox', '--out', join(work, 'again'), '--format', 'json');
    expect(code).toBe(0);
    const told = JSON.parse(out) as { digest: string; objects: number };
    const manifest = JSON.parse(readFileSync(join(assembly, 'manifest.json'), 'utf8')) as {
      digest: string;
      files: readonly { objects: readonly unknown[] }[];
    };
    expect(told.digest).toBe(manifest.digest);
    expect(told.objects).toBe(manifest.files.reduce((sum, file) => sum + file.objects.length, 0));
  });

  it('says wrong facts with their places, exits 2, and leaves the last good assembly as it was', async () => {
    const folder = join(work, 'broken');
    writeFacts(folder);
    const before = readFileSync(join(assembly, 'manifest.json'), 'utf8');
    const { code, err, out } = await run('synth', '--env', folder, '--out', assembly);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('broken/nation.ts:1:16: fact-key-missing');
    expect(err).toMatch(/got .+\n {2}want .+\n {2}next /);
    expect(readFileSync(join(assembly, 'manifest.json'), 'utf8')).toBe(before);
    expect(readdirSync(work).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('refuses an environment that doesn’t exist and offers the one that was meant', async () => {
    const { code, err } = await run('synth', '--env', 'sandbocks');
    expect(code).toBe(2);
    expect(err).toContain('did you mean sandbox?');
  });
});

function writeFacts(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'nation.ts'), 'export default { domain: 1 };\n');
}

describe('ndc gate', () => {
  it('passes the sandbox and writes a certificate bound to its digest', async () => {
    const { code, out } = await run('gate', assembly, '--format', 'json');
    const told = JSON.parse(out) as Record<string, unknown>;
    expect(told).toMatchObject({ verdict: 'passed', findings: [], vacuous: [] });
    expect(told).toHaveProperty('counts');
    expect(told).toHaveProperty('rules');
    expect(told).toHaveProperty('evaluations');
    expect(told).toHaveProperty('assemblyDigest');
    expect(code).toBe(0);
    const certificate = JSON.parse(readFileSync(`${assembly}.certificate.json`, 'utf8')) as Record<string, unknown>;
    expect(certificate['assemblyDigest']).toBe(told['assemblyDigest']);
  });

  it('exits 2 where there is no assembly, and writes no certificate', async () => {
    const { code } = await run('gate', join(work, 'nowhere'));
    expect(code).toBe(2);
    expect(existsSync(join(work, 'nowhere.certificate.json'))).toBe(false);
  });
});

describe('ndc report', () => {
  it('writes every format from one evaluation', async () => {
    const { code, out } = await run('report', assembly, '--out', join(work, 'report'));
    expect(code).toBe(0);
    const all = formatCatalog.map(({ format }) => ('file' in format ? format.file : format.folder));
    // Nothing was given to compare with.
    const names = [START_FILE, ...all.filter((name) => name !== 'history')];
    expect(names).toEqual(expect.arrayContaining(['report.html', 'report.ics', 'report.json', 'report.md']));
    expect(readdirSync(join(work, 'report')).toSorted()).toEqual(names.toSorted());
    expect(out.split('\n').filter((line) => line !== '')).toHaveLength(names.length);
  });

  it('says that it prints no PDF where the machine has no Chromium, and writes the rest', async () => {
    const target = join(work, 'printed');
    const { code, err } = await run('report', assembly, '--out', target, '--format', 'legal', '--pdf');
    expect(code).toBe(3);
    expect(err).toContain('PDF not written: this machine has no Chromium');
    expect(readdirSync(join(target, 'legal')).toSorted()).toEqual(['en', 'legal.json', 'vi']);
  });

  it('refuses a format that nobody knows and lists those that are known', async () => {
    const { code, err } = await run('report', assembly, '--format', 'pdf');
    expect(code).toBe(2);
    expect(err).toContain(formatCatalog.map(({ id }) => id).join(', '));
  });
});

describe('ndc explain, schema, check, doctor', () => {
  it('explains a rule and a clause in both languages', async () => {
    expect((await run('explain', 'network/require-default-deny-ingress', '--lang', 'vi')).out).toContain('d331-30.8');
    expect((await run('explain', 'd331-30.9')).out).toContain('require-physical-isolation');
  });

  it('explains a clause in full: citation, effect, days left, thresholds, answers and crosswalk', async () => {
    const { out } = await run('explain', 'd331-35.3');
    expect(out).toContain('d331-35.3  (read)\nArt. 35.3; Art. 35.4, 331/2026/NĐ-CP: Decree on the levels');
    expect(out).toMatch(/\nIn force from: 2026-08-19\nDue: \d{4}-12-20, yearly, \d+ days? left\n/);
    expect(out).toContain('it needs a dated record: the report as sent.');
    expect(out).toContain('  NIST SP 800-53 r5: CA-2, CA-5, CA-7, PM-31  (own knowledge)\n');
    const vi = (await run('explain', 'tcvn-14423-7.12.2.2a-standby-site', '--lang', 'vi')).out;
    expect(vi).toContain('Có hiệu lực từ: nguồn chỉ nêu năm 2026');
    expect(vi).toContain('Ngưỡng: standbyDistanceKmMin 30 kilometers');
    const data = JSON.parse((await run('explain', 'd331-39.1-approval', '--format', 'json')).out) as object;
    expect(data).toMatchObject({ due: { date: '2026-12-31', yearly: false }, effectiveFrom: '2026-08-19' });
  });

  it('explain says all that a rule on one object asks, of which kinds, and at which points', async () => {
    const { out } = await run('explain', 'roles/restrict-secret-reading');
    expect(out).toContain('Acts at: synth, plan, admission, live\nJudges: rbac.authorization.k8s.io/v1 ClusterRole');
    expect(out).toContain('every rule of rules:\n    at least one of\n      - every apiGroup of rule.apiGroups:\n');
    const whole = JSON.parse((await run('explain', 'images/require-stated-version', '--format', 'json')).out) as object;
    expect(whole).toMatchObject({ points: ['synth', 'plan', 'admission', 'live'], notAt: {} });
    const across = (await run('explain', 'network/require-default-deny-ingress', '--lang', 'vi')).out;
    expect(across).toContain('Không tại admission: xét nhiều đối tượng');
  });

  it('offers the id that was meant', async () => {
    const { code, err } = await run('explain', 'd331-30.99');
    expect(code).toBe(2);
    expect(err).toContain('did you mean d331-30.9?');
  });

  it('prints the schema of one kind of fact, and of all', async () => {
    const one = JSON.parse((await run('schema', 'tenants')).out) as { properties: object };
    expect(Object.keys(one.properties)).toEqual(['kind', 'code', 'officialName', 'home']);
    expect(Object.keys(JSON.parse((await run('schema')).out) as object)).toContain('systems/');
    expect((await run('schema', 'tenent')).err).toContain('did you mean tenants?');
  });

  it('counts what the facts describe', async () => {
    const { code, out } = await run('check', '--env', 'sandbox', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ tenants: 12, systems: 15, namespaces: 97 });
  });

  it('names what the machine has', async () => {
    const { code, out } = await run('doctor', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({ name: 'node', needed: true, version: process.version }),
    );
  });

  it('refuses a command that nobody knows', async () => {
    expect((await run('sinth')).code).toBe(2);
  });
});
