import { importsOf } from '../../house/kit/imports';
import { readTree } from '../../house/kit/read-tree';

/** Lines of a program that somebody reads who doesn't trust the rest. */
const LINES_MAX = 300;

describe.each(['bundle-check', 'approval-check'])('the second verifier in evidence/%s', (room) => {
  const files = readTree().filter(({ path }) => path.startsWith(`evidence/${room}/`));

  it('is short enough to be read in one go', () => {
    const lines = files.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
    expect(lines).toBeGreaterThan(0);
    expect(lines).toBeLessThanOrEqual(LINES_MAX);
  });

  it('takes digests from outside and nothing else: no network, no files, no clock, no settings', () => {
    const imports = files.flatMap((file) => importsOf(file).map(({ target, specifier }) => target ?? specifier));
    const outside = imports.filter((one) => !/^evidence\/(?:bundle|approval)-check\//.test(one));
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
