import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireBinaries, type AcquireBinariesOptions } from '../../../sandbox/binaries/acquire-binaries';
import type { BinarySource } from '../../../sandbox/binaries/binary-source';
import { binaryTable } from '../../../sandbox/binaries/binary-table';

const platform = { os: 'linux', arch: 'amd64' };
const table: Readonly<Record<string, BinarySource>> = {
  etcd: { ...binaryTable.etcd, build: { ...binaryTable.etcd.build, variables: { 'main.version': 'v3.6.5' } } },
  kwok: binaryTable.kwok,
};

/** A `go` that writes down how it was called and writes a program, as `go build -o` would. */
const fakeGo = `#!/bin/sh
if [ "$1" = version ]; then echo 'go version go1.26.8 linux/amd64'; exit 0; fi
echo "$PWD $*" >> "$GO_CALLS"
echo "CGO_ENABLED=$CGO_ENABLED GOFLAGS=$GOFLAGS GOWORK=$GOWORK" >> "$GO_CALLS"
if [ -e "$GO_CALLS.fails" ]; then echo 'go: downloading example.vn/a v1.0.0' >&2; echo 'main.go:1: no such import' >&2; exit 1; fi
echo 'example.vn/first' >&2
echo 'example.vn/second' >&2
while [ "$1" != -o ]; do shift; done
echo 'a program' > "$2"
`;

describe('acquireBinaries()', () => {
  let root = '';
  let told: string[] = [];
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ndc-binaries-'));
    told = [];
    mkdirSync(join(root, 'bin'));
    for (const module of ['etcd', 'kwok']) mkdirSync(join(root, 'go', module), { recursive: true });
    put('go', fakeGo);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const put = (name: string, text: string): void => {
    writeFileSync(join(root, 'bin', name), text);
    chmodSync(join(root, 'bin', name), 0o755);
  };
  const options = (): AcquireBinariesOptions => ({
    platform,
    cacheFolder: join(root, 'cache'),
    goFolder: join(root, 'go'),
    searchFolders: [join(root, 'bin')],
    environment: { PATH: process.env['PATH'], GO_CALLS: join(root, 'calls'), GOFLAGS: '-mod=vendor' },
    now: () => new Date('2026-11-01T00:00:00Z'),
    progress: (text) => void told.push(text),
    table,
  });
  const cached = (name: string): string => join(root, 'cache', 'bin', name);

  it('builds what is missing from its module, keeps it with its digest, and tells how far it is', async () => {
    const got = await acquireBinaries(['etcd'], options());
    const path = cached('etcd-3.6.5-linux-amd64');
    expect(got).toEqual({ ok: true, value: { etcd: { name: 'etcd', version: '3.6.5', path, origin: 'built' } } });
    expect(readFileSync(path, 'utf8')).toBe('a program\n');
    expect(readdirSync(join(root, 'cache', 'bin'))).toEqual([
      'etcd-3.6.5-linux-amd64',
      'etcd-3.6.5-linux-amd64.sha256',
    ]);
    expect(told.at(-1)).toBe('building etcd 3.6.5 (1 of 1): 0 s, 2 packages, example.vn/second');
  });

  it('builds without C, without paths of the machine, from exactly the pinned modules', async () => {
    await acquireBinaries(['etcd'], options());
    const [call = '', settings] = readFileSync(join(root, 'calls'), 'utf8').split('\n');
    expect(
      call.startsWith(
        `${join(root, 'go', 'etcd')} build -v -trimpath -mod=readonly -ldflags -s -w -X main.version=v3.6.5 -o `,
      ),
    ).toBe(true);
    expect(call.endsWith(' go.etcd.io/etcd/server/v3')).toBe(true);
    expect(settings).toBe('CGO_ENABLED=0 GOFLAGS= GOWORK=off');
  });

  it('builds once: the next time it is in the cache', async () => {
    await acquireBinaries(['etcd'], options());
    const again = await acquireBinaries(['etcd'], options());
    expect(again).toMatchObject({ ok: true, value: { etcd: { origin: 'cache' } } });
    expect(readFileSync(join(root, 'calls'), 'utf8').match(/ build /g)).toHaveLength(1);
  });

  it('never runs a kept program that was changed: it is built anew', async () => {
    await acquireBinaries(['etcd'], options());
    writeFileSync(cached('etcd-3.6.5-linux-amd64'), 'another program');
    expect(await acquireBinaries(['etcd'], options())).toMatchObject({
      ok: true,
      value: { etcd: { origin: 'built' } },
    });
    expect(readFileSync(cached('etcd-3.6.5-linux-amd64'), 'utf8')).toBe('a program\n');
  });

  it('prefers the program of this machine when its release is right', async () => {
    put('etcd', "#!/bin/sh\necho 'etcd Version: 3.6.5'\n");
    const path = join(root, 'bin', 'etcd');
    expect(await acquireBinaries(['etcd'], options())).toEqual({
      ok: true,
      value: { etcd: { name: 'etcd', version: '3.6.5', path, origin: 'machine' } },
    });
    expect(existsSync(join(root, 'calls'))).toBe(false);
  });

  it('lets one build at a time: of two that want the same, the second finds it built', async () => {
    const [first, second] = await Promise.all([
      acquireBinaries(['etcd'], options()),
      acquireBinaries(['etcd'], options()),
    ]);
    const origins = [first, second].map((got) => (got.ok ? got.value.etcd.origin : 'none'));
    expect(origins.toSorted()).toEqual(['built', 'cache']);
    expect(told).toContain('waiting for another build of this person to end, then etcd 3.6.5 (1 of 1)');
  });

  it('says for each program what failed and the three ways to get it, and leaves nothing half-built', async () => {
    writeFileSync(join(root, 'calls.fails'), '');
    const got = await acquireBinaries(['etcd', 'kwok'], options());
    const problems = got.ok ? [] : got.problems;
    expect(problems.map(({ at, got: what }) => [...at, what])).toEqual([
      [
        'etcd',
        'go build of etcd ended with exit code 1: go: downloading example.vn/a v1.0.0 | main.go:1: no such import',
      ],
      ['kwok', 'not tried'],
    ]);
    expect(problems[0]?.next.replaceAll(root, '<root>')).toMatchInlineSnapshot(
      `"(1) put the official build on PATH or into KUBEBUILDER_ASSETS (https://github.com/etcd-io/etcd/releases/tag/v3.6.5); (2) install Go 1.26.0 or newer, which builds it into <root>/cache; (3) let this machine reach go.dev and the modules of Go, so that Go itself is downloaded and builds it"`,
    );
    expect(readdirSync(join(root, 'cache', 'bin'))).toEqual([]);
  });
});

describe('the table of programs', () => {
  const goFolder = join(__dirname, '../../../sandbox/go');

  it('names each program once, under its own name', () => {
    for (const [name, source] of Object.entries(binaryTable)) expect(source.name).toBe(name);
  });

  it('says the release that its module pins', () => {
    for (const { build, version } of Object.values(binaryTable)) {
      const text = readFileSync(join(goFolder, build.module, 'go.mod'), 'utf8');
      const pins = [...text.matchAll(/^\s*(?:require )?(\S+) (v\S+)(?: \/\/ indirect)?$/gm)];
      const own = pins.filter(([, path = '']) => `${build.package}/`.startsWith(`${path}/`));
      expect({ package: build.package, pins: own.map(([, , pin]) => pin) }).toEqual({
        package: build.package,
        pins: [`v${version}`],
      });
      expect(text).toMatch(/^tool /m);
    }
  });

  it('has digests of all modules, and no Go source of ours', () => {
    for (const module of readdirSync(goFolder)) {
      expect(readdirSync(join(goFolder, module)).toSorted()).toEqual(['go.mod', 'go.sum']);
    }
  });
});
