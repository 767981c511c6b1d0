import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../../cli/main';
import { runGate } from '../../../cli/run-gate';
import type { JudgementChanges } from '../../../reports/history/compare-judgements';
import { captureIo } from '../../support/capture-io';
import { makeWorkplace } from '../../support/written/workplace';
import { copyAssembly } from '../../support/written/written-assembly';
import { bundleOf } from '../trace/sandbox-bundle';

const { folder: place, remove } = makeWorkplace();
const assembly = join(place, 'sandbox');
const history = join(place, 'sandbox.report', 'history');

async function report(...more: readonly string[]) {
  const { io, err } = captureIo({ now: () => new Date('2026-12-01T03:00:00Z'), cwd: place });
  const code = await main(['report', 'sandbox', '--format', 'history', ...more], io);
  return { code, err: err() };
}

describe('ndc report --since', () => {
  let archive: Buffer = Buffer.alloc(0);
  beforeAll(async () => {
    await copyAssembly('sandbox', assembly);
    runGate(assembly, captureIo({ now: () => new Date('2026-11-24T03:00:00Z'), cwd: place }).io);
    ({ archive } = bundleOf(assembly));
    writeFileSync(join(place, 'bundle.tar'), archive);
  });
  afterAll(remove);

  it('compares with what the gate said in a bundle of evidence, in both languages', async () => {
    expect(await report('--since', 'bundle.tar')).toMatchObject({ code: 0 });
    const changes = JSON.parse(readFileSync(join(history, 'history.json'), 'utf8')) as JudgementChanges;
    expect(changes.since).toMatchObject({ bundle: 'bundle.tar', today: '2026-11-24' });
    expect([changes.clauses, changes.tenants, changes.rules]).toEqual([[], [], { added: [], gone: [] }]);
    expect(changes.counts.pass).toBeGreaterThan(10_000);
    expect(readFileSync(join(history, 'vi', 'history.html'), 'utf8')).toContain('Không có gì khác.');
  });

  it('takes an older comparison away when nothing is compared', async () => {
    expect(await report()).toMatchObject({ code: 0 });
    expect(existsSync(history)).toBe(false);
  });

  it('refuses a bundle of which a byte is another, and writes nothing', async () => {
    const spoiled = Buffer.from(archive);
    spoiled[spoiled.length >> 1] = (spoiled[spoiled.length >> 1] ?? 0) ^ 1;
    writeFileSync(join(place, 'spoiled.tar'), spoiled);
    const { code, err } = await report('--since', 'spoiled.tar');
    expect(code).toBe(2);
    expect(err).toMatch(/spoiled\.tar/);
    expect(existsSync(history)).toBe(false);
  });

  it('refuses a bundle that isn’t there', async () => {
    expect(await report('--since', 'none.tar')).toMatchObject({
      code: 2,
      err: expect.stringContaining('bundle-unread') as string,
    });
  });
});
