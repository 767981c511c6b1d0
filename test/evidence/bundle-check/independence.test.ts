import { importsOf } from '../../house/kit/imports';
import { readTree } from '../../house/kit/read-tree';

/** Lines of a program that somebody reads who doesn't trust the rest. */
const LINES_MAX = 300;

describe('the second verifier of bundles', () => {
  const files = readTree().filter(({ path }) => path.startsWith('evidence/bundle-check/'));

  it('is two programs, of bytes and of signatures, each short enough to be read in one go', () => {
    const lines = files.map(({ text }) => text.split('\n').length - 1);
    expect(files.map(({ path }) => path.replace(/^.*\//, ''))).toEqual(['check-approvals.ts', 'check-bundle.ts']);
    expect(Math.max(...lines)).toBeLessThanOrEqual(LINES_MAX);
  });

  it('takes digests from outside and nothing else: no network, no files, no clock, no settings', () => {
    const imports = files.flatMap((file) => importsOf(file).map(({ target, specifier }) => target ?? specifier));
    const outside = imports.filter((one) => !one.startsWith('evidence/bundle-check/'));
    expect([...new Set(outside)]).toEqual(['node:crypto']);
    expect(files.map(({ text }) => text).join('\n')).not.toMatch(
      /\b(?:process|globalThis|fetch|eval|Function|require|Date|performance|WebSocket)\b/,
    );
  });

  it('is named by the page that tells the format', () => {
    const page = readTree().find(({ path }) => path === 'docs/how-to/check-a-bundle-without-us.md');
    for (const { path } of files) expect(page?.text).toContain(path);
  });
});
