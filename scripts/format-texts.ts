import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './repository';

/**
 * TypeScript texts as the formatter would write them, in their order; it is started once for all of them.
 * @throws Error with the formatter's words when it refuses one
 */
export function formatTexts(texts: readonly string[]): readonly string[] {
  if (texts.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), 'ndc-format-'));
  const paths = texts.map((_, index) => join(folder, `${index}.ts`));
  try {
    for (const [index, path] of paths.entries()) writeFileSync(path, texts[index] ?? '');
    const options = ['--config', join(root, '.oxfmtrc.json'), ...paths];
    const { status, stderr, error } = spawnSync(join(root, 'node_modules/.bin/oxfmt'), options, { encoding: 'utf8' });
    if (error !== undefined) throw error;
    if (status !== 0) throw new Error(`oxfmt refuses a generated text:\n${stderr}`);
    return paths.map((path) => readFileSync(path, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
