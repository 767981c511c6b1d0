import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PinnedFile } from '../../../sandbox/binaries/download-file';
import { GO_VERSION, GO_VERSION_MIN, goArchives, goCommand } from '../../../sandbox/binaries/go-toolchain';
import { isAtLeast } from '../../../sandbox/binaries/program-version';

const platform = { os: 'linux', arch: 'amd64' };

describe('goCommand()', () => {
  let root = '';
  let server: Server;
  let archive: Buffer;
  let requests = 0;
  let answer: { readonly status: number; readonly body: Buffer };

  const putGo = (folder: string, version: string): string => {
    mkdirSync(join(root, folder), { recursive: true });
    const path = join(root, folder, 'go');
    writeFileSync(path, `#!/bin/sh\necho 'go version go${version} linux/amd64'\n`);
    chmodSync(path, 0o755);
    return path;
  };

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'ndc-go-'));
    putGo('made/go/bin', GO_VERSION);
    execFileSync('tar', ['-czf', join(root, 'go.tar.gz'), '-C', join(root, 'made'), 'go']);
    archive = readFileSync(join(root, 'go.tar.gz'));
    requests = 0;
    answer = { status: 200, body: archive };
    server = createServer((_, response) => {
      requests++;
      response.writeHead(answer.status).end(answer.body);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.close();
    rmSync(root, { recursive: true, force: true });
  });

  const port = (): number => (server.address() as AddressInfo | null)?.port ?? 0;
  const pinned = (bend: Partial<PinnedFile> = {}): PinnedFile => ({
    url: `http://127.0.0.1:${port()}/go.tar.gz`,
    digest: createHash('sha256').update(archive).digest('hex'),
    bytes: archive.length,
    ...bend,
  });
  const get = (folders: readonly string[], bend: Partial<PinnedFile> = {}, told: string[] = []) =>
    goCommand({
      platform,
      cacheFolder: join(root, 'cache'),
      searchFolders: folders.map((folder) => join(root, folder)),
      archives: { 'linux-amd64': pinned(bend) },
      progress: (text) => void told.push(text),
    });

  it('takes the Go of this machine when it is new enough, and asks nobody', async () => {
    const path = putGo('machine', '1.26.1');
    expect(await get(['none', 'machine'])).toBe(path);
    expect(requests).toBe(0);
  });

  it('downloads the pinned Go where there is none, or an old one, and keeps it', async () => {
    putGo('machine', '1.25.9');
    const told: string[] = [];
    const path = join(root, 'cache', `go${GO_VERSION}`, 'bin', 'go');
    expect(await get(['machine'], {}, told)).toBe(path);
    expect(told.at(-1)).toBe(`downloading Go ${GO_VERSION}: 0 of 0 MB`);
    expect(await get(['machine'])).toBe(path);
    expect(requests).toBe(1);
  });

  it.each([
    ['another digest than the pinned one', { digest: '0'.repeat(64) }, /has the digest [0-9a-f]{64}, pinned is 0{64}/],
    ['more bytes than the pinned ones', { bytes: 10 }, /is longer than the pinned 10 bytes/],
  ])('refuses an archive with %s and keeps nothing of it', async (_, bend, message) => {
    await expect(get([], bend)).rejects.toThrow(message);
    expect(readdirSync(join(root, 'cache'))).toEqual([]);
  });

  it('says plainly what the server answered, and that it cannot be reached', async () => {
    answer = { status: 404, body: Buffer.from('') };
    await expect(get([])).rejects.toThrow(/getting it failed: .+ answered with the status 404/);
    const { url } = pinned();
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
    await expect(get([], { url })).rejects.toThrow(/can't be reached: .*ECONNREFUSED/);
  });

  it('says so when no archive is known for the platform', async () => {
    const options = { platform: { os: 'sunos', arch: 'sparc' }, cacheFolder: root, searchFolders: [] };
    await expect(goCommand({ ...options, progress: () => undefined })).rejects.toThrow(
      `there is no Go ${GO_VERSION_MIN} on PATH, and no archive of it is known for sunos/sparc`,
    );
  });
});

describe('the archives of Go', () => {
  it('are of a release that is new enough, from the official place, each with a digest', () => {
    expect(isAtLeast(GO_VERSION, GO_VERSION_MIN)).toBe(true);
    for (const [name, { url, digest }] of Object.entries(goArchives)) {
      expect(url).toBe(`https://go.dev/dl/go${GO_VERSION}.${name}.tar.gz`);
      expect(digest).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});
