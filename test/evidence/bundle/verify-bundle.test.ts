import { gzipSync } from 'node:zlib';
import { rootOf } from '../../../evidence/bundle/manifest/bundle-manifest';
import { paddedSize, ustarHeader } from '../../../evidence/bundle/archive/ustar-header';
import { canonicalJson } from '../../../model/canonical-json';
import { bundleLimits } from '../../../evidence/bundle/manifest/bundle-limits';
import { readBundle, verifyBundle } from '../../../evidence/bundle/verify-bundle';
import { archiveOf, jsonPart, textPart } from './sample-bundle';

const MANIFEST_START = 512;

/** An archive of two parts, and where the second begins. */
const archive = archiveOf({ parts: [jsonPart('plan/plan.json', { a: 1 }), textPart('tools.txt', 'node 20\n')] });
const second = archive.indexOf('tools.txt\0');

function changed(offset: number, put: string | Uint8Array): Buffer {
  const copy = Buffer.from(archive);
  copy.set(typeof put === 'string' ? Buffer.from(put) : put, offset);
  return copy;
}

/** Both manifests with another text, as somebody writes who knows that there are two. */
function restated(from: RegExp, to: string): Buffer {
  const copies = archive.toString('latin1').replaceAll(new RegExp(from, 'g'), to);
  return Buffer.from(copies, 'latin1');
}

function refusalOf(bytes: Uint8Array): string {
  const verdict = verifyBundle(bytes);
  if (verdict.isAccepted) return 'accepted';
  const { offset, at, want, got } = verdict.refusal;
  return `${offset}: ${at}: ${got}, not ${want}`;
}

describe('verifyBundle()', () => {
  it('refuses packed archives by the name of the packing', () => {
    const packed = [
      gzipSync(archive),
      Buffer.from('PK\u0003\u0004'),
      Buffer.from([0x28, 0xb5, 0x2f, 0xfd]),
      Buffer.from('BZh9'),
    ];
    expect(packed.map(refusalOf)).toMatchInlineSnapshot(`
[
  "0: name in the header of bundle.json: 0x1f: packed by gzip; unpack it first, not b (0x62)",
  "0: name in the header of bundle.json: P (0x50): packed by zip; unpack it first, not b (0x62)",
  "0: name in the header of bundle.json: ( (0x28): packed by zstd; unpack it first, not b (0x62)",
  "0: name in the header of bundle.json: B (0x42): packed by bzip2; unpack it first, not b (0x62)",
]
`);
  });

  it('refuses links, devices, folders and extensions by name', () => {
    const types = ['1', '2', '3', '4', '5', '6', 'x', 'L', 'S', '\0', '9'];
    expect(types.map((type) => refusalOf(changed(second + 156, type)).replace(/^\d+: /, ''))).toMatchInlineSnapshot(`
[
  "typeflag in the header of tools.txt: 1 (0x31): a hard link, not 0 (0x30)",
  "typeflag in the header of tools.txt: 2 (0x32): a symbolic link, not 0 (0x30)",
  "typeflag in the header of tools.txt: 3 (0x33): a character device, not 0 (0x30)",
  "typeflag in the header of tools.txt: 4 (0x34): a block device, not 0 (0x30)",
  "typeflag in the header of tools.txt: 5 (0x35): a folder, not 0 (0x30)",
  "typeflag in the header of tools.txt: 6 (0x36): a pipe, not 0 (0x30)",
  "typeflag in the header of tools.txt: x (0x78): an extension of pax, not 0 (0x30)",
  "typeflag in the header of tools.txt: L (0x4c): an extension of GNU, not 0 (0x30)",
  "typeflag in the header of tools.txt: S (0x53): a sparse file, not 0 (0x30)",
  "typeflag in the header of tools.txt: 0x00, not 0 (0x30)",
  "typeflag in the header of tools.txt: 9 (0x39), not 0 (0x30)",
]
`);
  });

  it('refuses owners, times, modes and names in headers at the byte', () => {
    const places = {
      mode: 106,
      uid: 114,
      gid: 122,
      size: 134,
      mtime: 146,
      chksum: 150,
      linkname: 157,
      magic: 262,
      uname: 265,
      prefix: 345,
    };
    const told = Object.values(places).map((place) => refusalOf(changed(second + place, '7')));
    expect(told.map((one) => one.replace(/:.*/, ''))).toEqual(
      Object.values(places).map((place) => String(second + place)),
    );
    expect(told.map((one) => one.split(': ')[1]?.split(' ')[0])).toEqual([
      ...Object.keys(places).slice(0, 7),
      'magic',
      'uname',
      'prefix',
    ]);
  });

  it('refuses paths that lead out of the folder, or that two file systems read differently', () => {
    const paths = [
      '/etc/shadow',
      '../plan.jsonx',
      'plan/../jsonx',
      'plan//an.json',
      'Plan/plan.json',
      'plan\\plan.json',
      'plan/\u0007lan.json',
    ];
    expect(paths.map((path) => refusalOf(restated(/plan\/plan\.json/, path)))).toMatchInlineSnapshot(`
[
  "671: the manifest: / (0x2f), not a-z or 0-9, which a name begins with",
  "671: the manifest: . (0x2e), not a-z or 0-9, which a name begins with",
  "676: the manifest: . (0x2e), not a-z or 0-9, which a name begins with",
  "676: the manifest: / (0x2f), not a-z or 0-9, which a name begins with",
  "671: the manifest: P (0x50), not a-z or 0-9, which a name begins with",
  "675: the manifest: \\ (0x5c), not one of a-z, 0-9, ., _, - and /",
  "676: the manifest: 0x07, not a-z or 0-9, which a name begins with",
]
`);
  });

  it('refuses a manifest in another spelling, other words and other order', () => {
    const changes: readonly (readonly [RegExp, string])[] = [
      [/\{"head"/, ' "head"'],
      [/"sequence":1\}/, '"sequence":2}'],
      [/"previous":null/, '"previous":true'],
      [/bundle\/1/, 'bundle/2'],
      [/"kind":"plan"/, '"kind":"plot"'],
      [/"text\/plain"/, '"text/plane"'],
      [/"size":7\}/, '"size":+}'],
      [/tools\.txt/, 'aools.txt'],
    ];
    expect(changes.map((change) => refusalOf(restated(...change)))).toMatchInlineSnapshot(`
[
  "512: the manifest: 0x20, not {",
  "605: the manifest: 2 (0x32), not 1",
  "589: the manifest: t (0x74), not one of null, "",
  "575: the manifest: 2 (0x32), not 1",
  "628: the manifest: o (0x6f), not one of approval, assembly, certificate, evaluations, journal, live, plan, review, rules, segmentation, signers, summary, tools",
  "810: the manifest: n (0x6e), not one of application/json, application/vnd.in-toto+json, application/x-ndjson, application/yaml, text/csv, text/html, text/markdown, text/plain",
  "770: the manifest: + (0x2b), not a size without zeros before it",
  "822: the manifest: a (0x61), not a path that comes after plan/plan.json",
]
`);
  });

  it('refuses a size that is larger than the archive without making room for it', () => {
    const verdict = verifyBundle(archive);
    if (!verdict.isAccepted) throw new Error(verdict.refusal.at);
    const { head, parts } = verdict.bundle.manifest;
    const entries = parts.slice(0, 1).map((one) => ({ ...one, size: 999_999_999 }));
    const text = Buffer.from(canonicalJson({ head, parts: entries, root: rootOf(head, entries) }));
    const filling = Buffer.alloc(paddedSize(text.length) - text.length);
    const files = [ustarHeader('bundle.json', text.length), text, filling, ustarHeader('plan/plan.json', 999_999_999)];
    const bomb = Buffer.concat([...files, Buffer.alloc(4096)]);
    const start = bomb.length - 4096;
    expect(refusalOf(bomb)).toBe(
      `${bomb.length}: the content of plan/plan.json: the end of the archive, not 999999999 bytes from ${start} on`,
    );
    const huge = archiveOf({ parts: [textPart('a', 'x'.repeat(2048))] }).subarray(0, 3072);
    expect(refusalOf(huge)).toBe('3072: the content of a: the end of the archive, not 2048 bytes from 1536 on');
  });

  it('refuses an archive that is larger than any bundle', () => {
    const { archiveBytesMax } = bundleLimits;
    expect(refusalOf(Buffer.alloc(archiveBytesMax + 1))).toBe(
      `${archiveBytesMax}: the archive: ${archiveBytesMax + 1} bytes, not at most ${archiveBytesMax} bytes`,
    );
  });

  it('refuses a changed content with its part and its bytes, since a digest tells no more', () => {
    const verdict = verifyBundle(changed(second + 512, 'N'));
    expect(verdict).toMatchObject({
      isAccepted: false,
      refusal: { offset: second + 512, end: second + 520, at: 'the content of tools.txt' },
    });
  });

  it('refuses an entry too many, one too few, one twice, and bytes after the end', () => {
    const piece = archive.subarray(second, second + 1024);
    const cut = (at: number, end: number): Buffer => Buffer.concat([archive.subarray(0, at), archive.subarray(end)]);
    const add = (at: number, put: Uint8Array): Buffer =>
      Buffer.concat([archive.subarray(0, at), put, archive.subarray(at)]);
    expect([
      refusalOf(add(second, piece)),
      refusalOf(cut(second, second + 1024)),
      refusalOf(add(second + 1024, changed(second, 'extra.txt').subarray(second, second + 1024))),
      refusalOf(add(archive.length, Buffer.alloc(512))),
    ]).toEqual([
      `${second + 1024}: name in the header of bundle-copy.json: t (0x74), not b (0x62)`,
      `${second}: name in the header of tools.txt: b (0x62), not t (0x74)`,
      `${second + 1024}: name in the header of bundle-copy.json: e (0x65), not b (0x62)`,
      `${archive.length}: what comes after the end: 0x00, not the end of the archive`,
    ]);
  });

  it('tells a wrong byte of the manifest by its right copy, also where the text is still one of a manifest', () => {
    const digest = archive.indexOf('"sha256":"', MANIFEST_START) + 10;
    const place = archive.indexOf('sandbox', MANIFEST_START);
    const flip = (offset: number): Buffer => changed(offset, archive[offset] === 0x37 ? '8' : '7');
    expect(
      [refusalOf(flip(digest)), refusalOf(flip(place + 2))].map((one) => one.replace(/, not .*| [^:]*$/, '')),
    ).toEqual(
      [
        `${digest}: the manifest, which its right copy at the end differs from: 7`,
        `${place + 2}: the manifest, which its right copy at the end differs from: 7`,
      ].map((one) => one.replace(/ 7$/, '')),
    );
  });
});

describe('readBundle()', () => {
  it('gives the parts, or a problem for people', () => {
    const read = readBundle('evidence.tar', archive);
    expect(read.ok && read.value.parts.map(({ path }) => path)).toEqual(['plan/plan.json', 'tools.txt']);
    const broken = readBundle('evidence.tar', changed(second, 'T'));
    expect(broken.ok ? [] : broken.problems).toMatchInlineSnapshot(`
[
  {
    "at": [
      "evidence.tar",
    ],
    "code": "bundle-not-as-written",
    "got": "T (0x54)",
    "next": "take the archive again from where it was written; a copy that differs can be compared with it byte by byte",
    "want": "t (0x74)",
    "what": "byte 2048 of the bundle is wrong: name in the header of tools.txt",
  },
]
`);
  });
});
