import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeExport } from '../../../delivery/gitops/tree/write-export';
import { makeWorkplace, readTree } from '../../support/written/workplace';
import { exportFor, valueOf, type GivenRequest } from './request';
import { assemblyOf, coreObject, smallFiles } from './small-assembly';

const work = makeWorkplace();
afterAll(() => work.remove());

let folders = 0;
const newFolder = (): string => join(work.folder, `tree-${(folders += 1)}`);
const older = valueOf(exportFor(assemblyOf(smallFiles.slice(0, 2))));
const newer = valueOf(exportFor(assemblyOf()));

function refusal(folder: string, request: GivenRequest = {}): readonly string[] {
  const written = writeExport(valueOf(exportFor(assemblyOf(), request)), folder);
  return written.ok ? [] : written.problems.map(({ code }) => code);
}

describe('writeExport()', () => {
  it('writes every file of the export and nothing else', () => {
    const folder = newFolder();
    valueOf(writeExport(newer, folder));
    expect([...readTree(folder)]).toEqual([...newer.files]);
  });

  it('replaces an older export whole: files that are gone are gone', () => {
    const folder = newFolder();
    valueOf(writeExport(newer, folder));
    valueOf(writeExport(older, folder));
    expect([...readTree(folder)]).toEqual([...older.files]);
  });

  it('leaves a Git repository and other entries around the export as they are', () => {
    const folder = newFolder();
    mkdirSync(join(folder, '.git'), { recursive: true });
    writeFileSync(join(folder, '.git', 'HEAD'), 'ref');
    valueOf(writeExport(older, folder));
    writeFileSync(join(folder, 'CODEOWNERS'), '* @platform');
    valueOf(writeExport(newer, folder));
    expect(readFileSync(join(folder, '.git', 'HEAD'), 'utf8')).toBe('ref');
    expect(readFileSync(join(folder, 'CODEOWNERS'), 'utf8')).toBe('* @platform');
    expect(readdirSync(folder).toSorted()).toEqual(['.git', 'CODEOWNERS', 'README.md', 'clusters', 'ndc-gitops.json']);
  });

  it('never writes over something else', () => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, 'thesis.txt'), 'years of work');
    expect(refusal(folder)).toEqual(['target-not-an-export']);
    writeFileSync(join(folder, 'ndc-gitops.json'), '{"formatVersion":1}');
    expect(refusal(folder)).toEqual(['target-not-an-export']);
    expect(readFileSync(join(folder, 'thesis.txt'), 'utf8')).toBe('years of work');
    expect(refusal(join(folder, 'thesis.txt'))).toEqual(['target-not-an-export']);
    symlinkSync(folder, join(work.folder, 'link'));
    expect(refusal(join(work.folder, 'link'))).toEqual(['target-not-an-export']);
  });

  it('refuses to hand a tree that clusters pull to another engine or owner', () => {
    const folder = newFolder();
    valueOf(writeExport(newer, folder));
    expect(refusal(folder, { engine: 'argocd' })).toEqual(['export-of-another-engine']);
    expect(refusal(folder, { foundation: 'terraform' })).toEqual(['export-of-another-foundation']);
    expect([...readTree(folder)]).toEqual([...newer.files]);
  });

  it.each([0, 1, 2, 3])('is put right by the next export when it breaks after %i moves', (moves) => {
    for (const before of [undefined, older]) {
      const folder = newFolder();
      if (before !== undefined) valueOf(writeExport(before, folder));
      let done = 0;
      const breaking = (from: string, to: string): void => {
        if ((done += 1) > moves) throw new Error('the power is gone');
        renameSync(from, to);
      };
      const broken = (): unknown => writeExport(newer, folder, breaking);
      if (before !== undefined || moves < 3) expect(broken).toThrow('the power is gone');
      else broken();
      valueOf(writeExport(newer, folder));
      expect([...readTree(folder)]).toEqual([...newer.files]);
      expect(existsSync(join(folder, '.ndc-export'))).toBe(false);
    }
  });

  it('leaves what stands there as it was when the export can’t be written', () => {
    const folder = newFolder();
    valueOf(writeExport(older, folder));
    const twice = { ...newer, files: new Map([...newer.files, ['README.md/x', '']]) };
    expect(() => writeExport(twice, folder)).toThrow(/README\.md/);
    for (const [path, text] of older.files) expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
  });
});

describe('an export', () => {
  it('keeps what a namespace holds in a file of its own, so that a change touches that file alone', () => {
    const changed = smallFiles.map((file) => ({
      ...file,
      objects: file.objects.map((one) =>
        one['kind'] === 'ServiceAccount' ? { ...one, automountServiceAccountToken: false } : one,
      ),
    }));
    const after = valueOf(exportFor(assemblyOf(changed))).files;
    expect([...after].filter(([path, text]) => newer.files.get(path) !== text).map(([path]) => path)).toEqual([
      'clusters/dc-north-shared-0/4-canary/kubernetes/dc-north-shared-0-p01-2/namespace-p01-proc-server.yaml',
    ]);
    expect(after.size).toBe(newer.files.size);
  });

  it('grows by the files of a new namespace and its line in the list', () => {
    const added = smallFiles.map((file, index) =>
      index === 4 ? { ...file, objects: [...file.objects, coreObject('Namespace', 'p01-proc-dmz')] } : file,
    );
    const after = valueOf(exportFor(assemblyOf(added))).files;
    const folder = 'clusters/dc-north-shared-0/4-canary/foundation/dc-north-shared-0-p01';
    expect([...after].filter(([path, text]) => newer.files.get(path) !== text).map(([path]) => path)).toEqual([
      'README.md',
      `${folder}/kustomization.yaml`,
      `${folder}/namespace-p01-proc-dmz.yaml`,
    ]);
  });
});
