import { importsOf } from '../../house/kit/imports';
import { readTree } from '../../house/kit/read-tree';

/** Lines of all that somebody reads who doesn't trust the rest. */
const LINES_MAX = 300;

describe('the second verifier of bundles', () => {
  const files = readTree().filter(({ path }) => path.startsWith('evidence/bundle-check/'));

  it('is short enough to be read in one go', () => {
    const lines = files.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
    expect(files.length).toBeGreaterThan(0);
    expect(lines).toBeLessThanOrEqual(LINES_MAX);
  });

  it('takes digests from outside and nothing else: no network, no files, no clock, no settings', () => {
    const imports = files.flatMap((file) => importsOf(file).map(({ target, specifier }) => target ?? specifier));
    expect(imports.filter((one) => !one.startsWith('evidence/bundle-check/'))).toEqual(['node:crypto']);
    expect(files.map(({ text }) => text).join('\n')).not.toMatch(
      /\b(?:process|globalThis|fetch|eval|Function|require|Date|performance|WebSocket)\b/,
    );
  });

  it('is named by the page that tells the format', () => {
    const page = readTree().find(({ path }) => path === 'docs/how-to/check-a-bundle-without-us.md');
    expect(page?.text).toContain('evidence/bundle-check/check-bundle.ts');
  });
});
