import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../../cli/main';
import type { JournalEntry } from '../../../delivery/journal/journal-entry';
import { captureIo } from '../../support/capture-io';
import { makeWorkplace } from '../../support/written/workplace';

const { folder, remove } = makeWorkplace();
afterAll(remove);

const at = '2026-11-26T00:00:00Z';
const counts = { created: 1, changed: 0, unchanged: 0 };
const entries: readonly JournalEntry[] = [
  { kind: 'run', run: 1, at, environment: 'sandbox', assemblyDigest: 'sha256:0', steps: ['guardrails/a', 'nation/b'] },
  { kind: 'begin', run: 1, at, step: 'guardrails/a' },
  { kind: 'end', run: 1, at, step: 'guardrails/a', outcome: { state: 'done', counts } },
  { kind: 'health', run: 1, at, wave: 'guardrails', healthy: true, against: [] },
  { kind: 'begin', run: 1, at, step: 'nation/b' },
];

describe('ndc status --format json', () => {
  it('tells each step, the healthy waves and what was interrupted', async () => {
    const state = join(folder, 'state');
    mkdirSync(state);
    writeFileSync(join(state, 'journal.ndjson'), entries.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const { io, out } = captureIo({ cwd: folder });
    expect(await main(['status', '--state', 'state', '--format', 'json'], io)).toBe(1);
    expect(JSON.parse(out())).toMatchObject({
      ended: { 'guardrails/a': { outcome: { state: 'done', counts } } },
      healthyWaves: ['guardrails'],
      interrupted: ['nation/b'],
      waiting: [],
    });
  });
});
