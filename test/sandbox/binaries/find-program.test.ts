import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cachedName, goPlatform, type BinarySource } from '../../../sandbox/binaries/binary-source';
import { searchFolders, tryFindProgram } from '../../../sandbox/binaries/find-program';
import { isAtLeast, tryParseVersion } from '../../../sandbox/binaries/program-version';

const source: BinarySource = {
  name: 'kiln',
  version: '1.2.3',
  versionArguments: ['--version'],
  alternatives: [{ name: 'oven', versionMin: '1.9.0' }],
  build: { module: 'kiln', package: 'example.vn/kiln' },
  officialPage: 'https://example.vn/kiln',
};

describe('tryParseVersion()', () => {
  it.each([
    ['Kubernetes v1.36.3', '1.36.3'],
    ['etcd Version: 3.6.5\nGit SHA: abc', '3.6.5'],
    ['kwok version v0.7.0 go1.26.8 (linux/amd64)', '0.7.0'],
    ['go version go1.26.8 linux/amd64', '1.26.8'],
    ['OpenTofu v1.11.0\non linux_amd64', '1.11.0'],
    ['Terraform v1.11.4-beta1', '1.11.4'],
    ['10.20.30.40', undefined],
    ['1.2', undefined],
    ['', undefined],
  ])('reads %j as %s', (text, version) => expect(tryParseVersion(text)).toBe(version));
});

describe('isAtLeast()', () => {
  it.each([
    ['1.9.0', '1.9.0', true],
    ['1.10.0', '1.9.9', true],
    ['2.0.0', '1.99.99', true],
    ['1.8.99', '1.9.0', false],
    ['0.99.0', '1.0.0', false],
  ])('says whether %s is at least %s: %s', (version, least, answer) => expect(isAtLeast(version, least)).toBe(answer));
});

describe('searchFolders()', () => {
  it('keeps the order, names each folder once, and leaves out what depends on where one stands', () => {
    expect(searchFolders(undefined, '/b:/a::.:bin', '/a:/c')).toEqual(['/b', '/a', '/c']);
  });
});

describe('the name of a kept program', () => {
  it('tells release, system and processor in the words of Go', () => {
    expect(cachedName(source, goPlatform({ platform: 'linux', arch: 'x64' }))).toBe('kiln-1.2.3-linux-amd64');
  });
});

describe('tryFindProgram()', () => {
  let root = '';
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'ndc-programs-'))));
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const put = (folder: string, name: string, says: string): string => {
    mkdirSync(join(root, folder), { recursive: true });
    const path = join(root, folder, name);
    writeFileSync(path, `#!/bin/sh\necho '${says}'\n`);
    chmodSync(path, 0o755);
    return path;
  };
  const find = (...folders: readonly string[]) =>
    tryFindProgram(
      source,
      folders.map((folder) => join(root, folder)),
    );

  it('takes the first program of the right release, passing over another release', async () => {
    put('old', 'kiln', 'kiln v1.2.2');
    const path = put('right', 'kiln', 'kiln v1.2.3');
    expect(await find('none', 'old', 'right')).toEqual({ path, version: '1.2.3' });
  });

  it('takes an alternative from its least release on, and says its own', async () => {
    put('old', 'oven', 'Oven v1.8.5');
    expect(await find('old')).toBeUndefined();
    const path = put('new', 'oven', 'Oven v1.11.4');
    expect(await find('old', 'new')).toEqual({ path, version: '1.11.4' });
  });

  it('takes nothing that it cannot run or that says no version', async () => {
    put('mute', 'kiln', 'no idea');
    writeFileSync(put('broken', 'kiln', ''), 'not a program');
    writeFileSync(join(root, 'mute', 'oven'), '');
    expect(await find('mute', 'broken')).toBeUndefined();
  });

  it('never takes a copy of a program that cannot tell its version', async () => {
    put('there', 'plugin', 'v1.2.3');
    const mute: BinarySource = { name: 'plugin', version: '1.2.3', build: source.build, officialPage: '' };
    expect(await tryFindProgram(mute, [join(root, 'there')])).toBeUndefined();
  });
});
