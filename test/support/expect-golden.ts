import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const folder = resolve(__dirname, '../golden');
const pages = resolve(__dirname, '../../docs/reference');

/** Expects a text to equal a page of `docs/reference` that only a test on real parts can make; written like a golden table. */
export function expectPage(name: string, text: string): void {
  expectStored(join(pages, name), text);
}

/**
 * Expects a text to equal `test/golden/<path>`, such as `sandbox/reachability.txt`. `npm run golden` writes the text
 * instead, for review; a table that was never written fails.
 */
export function expectGolden(path: string, text: string): void {
  expectStored(join(folder, path), text);
}

function expectStored(file: string, text: string): void {
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const stored = existsSync(file)
    ? readFileSync(file, 'utf8')
    : `no table yet: run npm run golden, then review ${file}`;
  expect(text).toBe(stored);
}
