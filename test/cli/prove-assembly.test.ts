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

  it('tells of every flow between agencies which platform carries it, where it is declared and what is proved', async () => {
    const { code, out, err } = await prove('sites', '--format', 'csv');
    expect(code).toBe(0);
    expect(err).toContain(
      '10 flows between agencies, 5 proved to pass by their platform alone; 5 left to the gateways; 0 wrong\n',
    );
    const [head, ...rows] = out.trimEnd().split('\n');
    expect(head).toBe(
      'flow,from agency,from system,from zone,to agency,to system,to zone,service,ports,platform,carried by,declared at,state,because',
    );
    const parts = rows.map((row) => row.split(','));
    expect(
      parts.map(([flow, from, , , to, , , , , platform, carrier, , state]) =>
        [flow, from, to, platform, carrier, state].join(' '),
      ),
    ).toMatchInlineSnapshot(`
[
  "ndxp/to-coordination most mps data-coordination data-coordination proved",
  "province-lgsp-p01/population p01 mps data-coordination data-coordination gateways",
  "province-lgsp-p01/portal p01 gov-office ndxp ndxp proved",
  "province-lgsp-p04/population p04 mps data-coordination data-coordination gateways",
  "province-lgsp-p04/portal p04 gov-office ndxp ndxp gateways",
  "public-service-portal/provinces-p01 gov-office p01 ndxp ndxp proved",
  "public-service-portal/provinces-p04 gov-office p04 ndxp ndxp gateways",
  "public-service-portal/signature gov-office gcc ndxp ndxp gateways",
  "reporting/provinces-p01 gov-office p01 lgsp province-lgsp-p01 proved",
  "reporting/provinces-p04 gov-office p04 lgsp province-lgsp-p04 proved",
]
`);
    expect(parts.find(([flow]) => flow === 'province-lgsp-p01/population')?.[11]).toMatch(
      /^environments\/sandbox\/systems\/sharing\/province-lgsp\.ts:\d+$/,
    );
  });

  it('tells the same of flows between agencies in text and JSON, and has no picture of it', async () => {
    const [text, json, dot] = [
      await prove('sites', '--all'),
      await prove('sites', '--format', 'json'),
      await prove('sites', '--format', 'dot'),
    ];
    const rows = json.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Readonly<Record<string, string>>);
    const flows = rows.filter((row) => 'broker' in row);
    expect(flows).toHaveLength(10);
    for (const { id, declaredAt } of flows)
      expect(text.out).toMatch(new RegExp(`^  ${id ?? ''}: .* declared at ${declaredAt ?? ''}$`, 'm'));
    expect(dot.code).toBe(2);
    expect(dot.err).toContain('text, json or csv');
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
