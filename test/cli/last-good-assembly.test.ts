import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { main } from '../../cli/main';
import { captureIo } from '../support/capture-io';
import { makeWorkplace, readTree } from '../support/written/workplace';

const { folder: place, remove } = makeWorkplace();
const facts = join(place, 'facts');
const assembly = join(place, 'assembly');
const gone = 'systems/sharing/open-data-portal.ts';
const model = join(assembly, 'model.json');

interface Ran {
  readonly code: number;
  readonly err: string;
}

/** Synthesizes the copied facts; no stack trace is ever shown. */
async function synth(...options: readonly string[]): Promise<Ran> {
  const { io, err } = captureIo({ cwd: place });
  const code = await main(['synth', '--env', 'facts', '--out', 'assembly', ...options], io);
  expect(err()).not.toMatch(/\n\s+at .+:\d+/);
  return { code, err: err() };
}

/** Runs a synthesis that must be refused, and expects the assembly to be as it was. */
async function refused(...options: readonly string[]): Promise<string> {
  const before = readTree(assembly);
  const { code, err } = await synth(...options);
  expect(code).toBe(2);
  expect([...readTree(assembly)]).toEqual([...before]);
  return err;
}

beforeAll(async () => {
  cpSync(resolve(__dirname, '../../environments/sandbox'), facts, { recursive: true });
  expect(await synth()).toMatchObject({ code: 0 });
});
afterAll(remove);

describe('ndc synth over the last good assembly', () => {
  test('refuses a system that is left out, at its file, until a removal says what is to happen', async () => {
    rmSync(join(facts, gone));
    expect(await refused()).toContain('removed-without-mode');
    mkdirSync(join(facts, 'removals'));
    const removal = `import type { RemovalFact } from '../../../model/facts/tenant-fact';

export default {
  kind: 'system',
  id: 'open-data-portal',
  mode: 'retire',
  reason: 'Replaced by another portal.',
} satisfies RemovalFact;
`;
    writeFileSync(join(facts, 'removals', 'open-data-portal.ts'), removal);
    expect(await synth()).toMatchObject({ code: 0 });
    expect(JSON.parse(readTree(assembly).get('model.json') ?? '')).toMatchObject({
      removals: [{ target: 'open-data-portal', mode: 'retire' }],
    });
  });

  test.each([
    ['no JSON', '{"tenants": [', 'no JSON'],
    ['JSON of another shape', '{"tenants": [null], "systems": []}', 'JSON of another shape'],
  ])('refuses to go on when its model is %s, since nothing could tell what disappears', async (_, text, got) => {
    const good = readTree(assembly).get('model.json') ?? '';
    writeFileSync(model, text);
    const said = await refused();
    writeFileSync(model, good);
    expect(said).toContain('previous-model-unreadable');
    expect(said).toContain(`got   ${got}`);
  });

  test('tells a broken shape, a wrong fact elsewhere and a broken last model in one run, with what it left out', async () => {
    const [nation, site] = [join(facts, 'nation.ts'), join(facts, 'sites', 'ndc-1.ts')];
    const good = { nation: readFileSync(nation, 'utf8'), site: readFileSync(site, 'utf8'), model: readFileSync(model) };
    writeFileSync(nation, good.nation.replace('reserveShare: 0.2', "reserveShare: 'much'"));
    writeFileSync(site, good.site.replace('pueDesign: 1.35', 'pueDesign: 1.8'));
    writeFileSync(model, 'no JSON');
    const said = await refused();
    writeFileSync(nation, good.nation);
    writeFileSync(site, good.site);
    writeFileSync(model, good.model);
    expect([...said.matchAll(/: ([a-z-]+): /g)].map(([, code]) => code)).toEqual([
      'previous-model-unreadable',
      'fact-kind-wrong',
      'pue-too-high',
    ]);
    expect(said).toContain(
      'note: not judged: the address plan, hosts, capacity and limits of clusters, whose records of manual controls hold (because of nation)',
    );
    expect(said).toContain('3 problems; nothing was written');
  });

  test('refuses to take the place of a folder that is no assembly', async () => {
    expect(await refused('--out', 'facts')).toContain('target-not-an-assembly');
    expect([...readTree(facts).keys()]).toContain('nation.ts');
  });

  test('exits 3 when the disk refuses, and says so in one line', async () => {
    const { code, err } = await synth('--out', join('facts', 'nation.ts', 'assembly'));
    expect(code).toBe(3);
    expect(err).toMatch(/ndc: E\w+: .*\n$/);
  });
});
