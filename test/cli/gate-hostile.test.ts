import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../cli/main';
import type { IntegrityFinding } from '../../resources/assembly';
import { captureIo } from '../support/capture-io';
import { hostileFiles, isReadable } from './kit/hostile-manifests';

const work = mkdtempSync(join(tmpdir(), 'ndc-hostile-'));

afterAll(() => rmSync(work, { recursive: true, force: true }));

async function gate(...argv: readonly string[]) {
  const captured = captureIo({ cwd: work });
  const code = await main(['gate', ...argv], captured.io);
  return { code, out: captured.out(), err: captured.err() };
}

function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(work, 'manifests-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** What a terminal would act on, but for the ends of lines. */
const ACTING = /(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]/u;

const STACK = /^ {4}at |node_modules|node:internal/m;

interface Printed {
  readonly integrity: readonly IntegrityFinding[];
  readonly objects: number;
  readonly findings: readonly { readonly subject: string }[];
}

describe('ndc gate --manifests on a folder of hostile files', () => {
  const folder = folderOf(Object.fromEntries(hostileFiles.map(({ path, content }) => [path, content])));

  it('names each file that can not be read with its place, and judges all others', async () => {
    expect(hostileFiles.length).toBeGreaterThan(100);
    const { code, out, err } = await gate('--manifests', folder, '--format', 'json');
    expect(code).toBe(1);
    const { integrity, findings } = JSON.parse(out) as Printed;
    const told = new Map(
      integrity.toReversed().map(({ file, position }) => [file, position && `${position.line}:${position.column}`]),
    );
    const wanted = new Map(hostileFiles.filter((one) => !isReadable(one)).map(({ path, trouble }) => [path, trouble]));
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(wanted));
    expect(findings.map(({ subject }) => subject).filter((one) => one.includes('healthy'))).toEqual([]);
    expect(err).toMatch(/^20\d\d objects read;/);
    expect(out + err).not.toMatch(STACK);
    expect(out.length).toBeLessThan(2_000_000);
  });

  it('prints the places for people, and nothing that acts on a terminal', async () => {
    const { code, out, err } = await gate('--manifests', folder);
    expect(code).toBe(1);
    expect(out).toMatch(/unreadable-file {2}[\w.-]+:\d+:\d+/);
    expect(out + err).not.toMatch(ACTING);
    expect(out + err).not.toMatch(STACK);
  });
});
