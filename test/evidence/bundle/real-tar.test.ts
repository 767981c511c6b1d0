import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { verifyBundle } from '../../../evidence/bundle/verify-bundle';
import { describeWithTar } from './find-tar';
import { archiveOf, parts, textPart } from './sample-bundle';

describeWithTar('a bundle in the hands of GNU tar', (tar) => {
  const folder = mkdtempSync(join(tmpdir(), 'ndc-tar-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const given = [...parts, textPart(`${'f'.repeat(20)}/${'g'.repeat(28)}/${'n'.repeat(100)}`, 'deep')];
  const archive = archiveOf({ parts: given });
  const names = ['bundle.json', ...given.map(({ path }) => path).toSorted(), 'bundle-copy.json'];
  const file = join(folder, 'evidence.tar');
  writeFileSync(file, archive);

  it('is listed without a warning, in its order', () => {
    const listed = execFileSync(tar, ['-tvf', file], { encoding: 'utf8', stdio: 'pipe', env: { TZ: 'UTC' } });
    const lines = listed.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ').at(-1))).toEqual(names);
    expect(new Set(lines.map((line) => line.split(' ').slice(0, 2).join(' ')))).toEqual(new Set(['-rw-r--r-- 0/0']));
    expect(lines.filter((line) => !line.includes(' 1970-01-01 00:00 '))).toEqual([]);
  });

  it('is unpacked to the parts that were put in', () => {
    const target = join(folder, 'unpacked');
    mkdirSync(target);
    execFileSync(tar, ['-xf', file, '-C', target], { stdio: 'pipe' });
    expect(given.map(({ path }) => readFileSync(join(target, path)))).toEqual(given.map(({ bytes }) => bytes));
    expect(readFileSync(join(target, 'bundle.json'))).toEqual(readFileSync(join(target, 'bundle-copy.json')));
  });

  it('is packed again to the same bytes', () => {
    const verdict = verifyBundle(archive);
    if (!verdict.isAccepted) throw new Error(verdict.refusal.at);
    const source = join(folder, 'source');
    const manifest = archive.subarray(512, archive.indexOf('"}\0', 512) + 2);
    const files = [...given, { path: 'bundle.json', bytes: manifest }, { path: 'bundle-copy.json', bytes: manifest }];
    for (const { path, bytes } of files) {
      mkdirSync(dirname(join(source, path)), { recursive: true });
      writeFileSync(join(source, path), bytes);
    }
    const form = ['--format=ustar', '--mode=0644', '--owner=0', '--group=0', '--numeric-owner', '--mtime=@0', '-b1'];
    const again = join(folder, 'again.tar');
    execFileSync(tar, [...form, '-cf', again, '-C', source, ...names], { stdio: 'pipe' });
    expect(readFileSync(again).equals(archive)).toBe(true);
  });
});
