import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../../cli/main';
import { captureIo } from '../../support/capture-io';
import { makeWorkplace, readTree } from '../../support/written/workplace';
import { copyAssembly } from '../../support/written/written-assembly';

const work = makeWorkplace();
const assembly = join(work.folder, 'sandbox');
const url = 'ssh://git@git.test.gov.vn/fleet.git';
const whole = ['--engine', 'flux', '--repository', url, '--foundation', 'manifests', '--assembly', assembly] as const;

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line in this process, on a day when the sandbox passes. */
async function run(...argv: readonly string[]): Promise<Ran> {
  const captured = captureIo({ now: () => new Date('2026-11-24T03:00:00Z'), cwd: work.folder });
  const code = await main(argv, captured.io);
  return { code, out: captured.out(), err: captured.err() };
}

beforeAll(async () => {
  await copyAssembly('sandbox', assembly);
});
afterAll(() => work.remove());

describe('ndc export gitops', () => {
  it('refuses an assembly that the gate never saw', async () => {
    const { code, out, err } = await run('export', 'gitops', ...whole, '--out', 'tree');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('certificate-missing');
    expect(err).toContain('sandbox.certificate.json');
  });

  it('writes the tree of an assembly that passed, where a person named who goes first, and again the same', async () => {
    expect(await run('gate', assembly)).toMatchObject({ code: 0 });
    const named = ['export', 'gitops', ...whole, '--canary', 'p04', '--out', 'tree'];
    const first = await run(...named, '--format', 'json');
    expect(first.code).toBe(0);
    expect(JSON.parse(first.out)).toMatchObject({
      folder: 'tree',
      engine: 'flux',
      clusters: 8,
      leftToTerraform: 0,
      leftToCloudFormation: 9,
    });
    const written = readTree(join(work.folder, 'tree'));
    expect([...written.keys()].some((path) => path.includes('ndc-2-shared-0/4-canary/'))).toBe(true);
    const again = await run(...named);
    expect(again).toMatchObject({ code: 0 });
    expect(again.out).toMatch(
      /^tree\n\d+ objects in \d+ parts of 8 clusters; 0 stay with Terraform, 9 with CloudFormation\nnext: read tree\/README.md\n$/,
    );
    expect([...readTree(join(work.folder, 'tree'))]).toEqual([...written]);
    expect(written.get('README.md')).toContain(
      'kubectl --context "$CLUSTER" apply --server-side -k "clusters/$CLUSTER/bootstrap"',
    );
  });

  it('refuses an assembly that changed after it passed, and leaves the tree as it was', async () => {
    const before = readTree(join(work.folder, 'tree'));
    const file = join(assembly, 'kubernetes/ndc-1-shared-0/1-baseline/network.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('enable-policy: always', 'enable-policy: never'));
    const { code, err } = await run('export', 'gitops', ...whole, '--out', 'tree');
    writeFileSync(file, text);
    expect(code).toBe(2);
    expect(err).toContain('assembly-tampered');
    expect([...readTree(join(work.folder, 'tree'))]).toEqual([...before]);
  });

  it('refuses a person’s choice of who goes first when nobody knows it', async () => {
    const { code, err } = await run('export', 'gitops', ...whole, '--canary', 'p0x', '--out', 'named');
    expect(code).toBe(2);
    expect(err).toContain('canary-unknown');
  });

  it('asks at once for all that only a person knows', async () => {
    const { code, err } = await run('export', 'gitops');
    expect(code).toBe(2);
    for (const option of ['engine', 'repository', 'foundation', 'out']) expect(err).toContain(`--${option}`);
  });

  it('says what is wrong with an address, an engine and a target that it does not know', async () => {
    const wrong = ['--engine', 'flux', '--foundation', 'manifests', '--assembly', assembly, '--out', 'x'] as const;
    const credential = await run(
      'export',
      'gitops',
      ...wrong,
      '--repository',
      'https://a:hunter2@git.test.gov.vn/x',
      '--path',
      '..',
    );
    expect(credential.code).toBe(2);
    expect(credential.err).toContain('repository-url-with-credentials');
    expect(credential.err).toContain('repository-path-malformed');
    expect(credential.err).not.toContain('hunter2');
    expect((await run('export', 'gitops', ...whole, '--engine', 'fleet', '--out', 'x')).err).toContain('argocd, flux');
    expect((await run('export', 'gitop', ...whole, '--out', 'x')).err).toContain('did you mean gitops?');
  });
});
