import { sampleTree, verdictOf } from '../kit/law';
import { outsideWorld } from '../laws/outside-world';

describe('law outside-world', () => {
  it('finds clock, chance, settings, processes and files in a pure room', () => {
    const files = sampleTree({
      'model/a.ts':
        "import { readFileSync } from 'node:fs';\nimport { exec } from 'node:child_process';\nexport const a = [Date.now(), new Date(), Math.random(), process.env['X'], process.cwd()];\n",
    });
    expect(verdictOf(outsideWorld, files)).toEqual([
      "model/a.ts:1 readFileSync of node:fs (read) isn't for this room",
      "model/a.ts:2 exec of node:child_process (process) isn't for this room",
      "model/a.ts:3 Date.now (clock) isn't for this room",
      "model/a.ts:3 Math.random (chance) isn't for this room",
      "model/a.ts:3 process.cwd (settings) isn't for this room",
      "model/a.ts:3 process.env (settings) isn't for this room",
      "model/a.ts:3 the present time (clock) isn't for this room",
    ]);
  });

  it('lets a reading room read and not write', () => {
    const files = sampleTree({
      'resources/a.ts': "import { readFileSync, writeFileSync } from 'node:fs';\nimport * as fs from 'fs';\n",
    });
    expect(verdictOf(outsideWorld, files)).toEqual([
      "resources/a.ts:1 writeFileSync of node:fs (write) isn't for this room",
      "resources/a.ts:2 * of fs (write) isn't for this room",
    ]);
  });

  it('passes a date that is given, and the front door', () => {
    const files = sampleTree({
      'model/a.ts': "export const a = new Date('2026-01-01');\n",
      'cli/io.ts': 'export const now = new Date();\n',
    });
    expect(verdictOf(outsideWorld, files)).toEqual([]);
  });
});
