import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../cli/main';
import { captureIo } from '../support/capture-io';

const folder = mkdtempSync(join(tmpdir(), 'ndc-prove-assembly-'));
const assembly = join(folder, 'sandbox');

async function run(...argv: readonly string[]) {
  const { io, out, err } = captureIo({ cwd: folder });
  const code = await main([...argv], io);
  return { code, out: out(), err: err() };
}

const prove = (...argv: readonly string[]) => run('prove', ...argv, '--assembly', assembly);

describe('ndc prove about the assembly of the sandbox', () => {
  beforeAll(async () => {
    expect(await run('synth', '--out', assembly)).toMatchObject({ code: 0 });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('finds no difference between declared and open paths', async () => {
    const { code, out, err } = await prove('segmentation');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/^8 clusters, \d{3,} declared paths, 0 differences$/m);
  });

  it('finds every declared pair between clusters open at both ends, and says what is left to gateways', async () => {
    const { code, out, err } = await prove('sites');
    expect(code).toBe(0);
    expect(err).toMatch(
      /^(\d+) declared pairs of namespaces between clusters, \1 proved; \d+ more are left to the gateways; 0 wrong$/m,
    );
    expect(out).toContain('1 internet → platform gateway');
  });

  it('writes a certificate that the checker accepts, and refuses when a letter of it is another', async () => {
    const { code, out } = await prove('certificate');
    expect(code).toBe(0);
    writeFileSync(join(folder, 'certificate.json'), out);
    expect(await prove('check', 'certificate.json')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^accepted: \d{3,} paths and no other, in 8 clusters\n$/) as string,
    });
    writeFileSync(join(folder, 'altered.json'), out.replace(/5432/, '5433'));
    const refused = await prove('check', 'altered.json');
    expect(refused.code).toBe(1);
    expect(refused.out).toMatch(/^refused: /);
  });

  it('tells no change between an assembly and itself', async () => {
    expect(await run('prove', 'diff', assembly, assembly)).toEqual({ code: 0, out: '', err: '0 changes\n' });
  });

  it.each([
    [['check'], 'certificate-not-read'],
    [['check', 'nowhere.json'], 'certificate-not-read'],
    [['diff', assembly], 'diff-of-one'],
  ])('refuses %j', async (argv, problem) => {
    const { code, err } = await prove(...argv);
    expect(code).toBe(2);
    expect(err).toContain(problem);
  });
});
