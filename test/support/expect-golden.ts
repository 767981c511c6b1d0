import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const folder = resolve(__dirname, '../golden');

/**
 * Expects a text to equal `test/golden/<path>`, such as `sandbox/reachability.txt`. `npm run golden` writes the text
 * instead, for review; a table that was never written fails.
 */
export function expectGolden(path: string, text: string): void {
  const file = join(folder, path);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const stored = existsSync(file)
    ? readFileSync(file, 'utf8')
    : `no table yet: run npm run golden, then review ${path}`;
  expect(text).toBe(stored);
}
