import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleLimits } from '../../../evidence/bundle/manifest/bundle-limits';
import { EvidencedSandbox, FIRST, SECOND } from './kit/evidenced-sandbox';

const sandbox = new EvidencedSandbox();

beforeAll(() => sandbox.deployTwice());
afterAll(() => sandbox.remove());

/** Verifies bytes that somebody may have made. */
function verifyBytes(bytes: Uint8Array) {
  writeFileSync(join(sandbox.folder, 'bent.tar'), bytes);
  return sandbox.run('verify', 'bent.tar');
}

/** A copy with one byte changed. */
function flipped(bytes: Buffer, offset: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[offset] = (copy[offset] ?? 0) ^ 1;
  return copy;
}

describe('ndc verify', () => {
  it('accepts the bundles of two deploys in their order, and tells who approved what', async () => {
    const { code, out, err } = await sandbox.run('verify', `${FIRST},${SECOND}`);
    expect({ code, err }).toEqual({
      code: 0,
      err: 'every byte is as stated, and all parts agree, from the first bundle on\n',
    });
    expect(out.replaceAll(/[0-9a-f]{64}/g, 'DIGEST')).toMatchInlineSnapshot(`
"state/evidence/000001.evidence.tar: bundle 1 of sandbox, 11 parts, root DIGEST
  assembly sha256:DIGEST
  review sha256:DIGEST, approved by nobody, since it needed nobody
state/evidence/000002.evidence.tar: bundle 2 of sandbox, 13 parts, root DIGEST
  assembly sha256:DIGEST
  review sha256:DIGEST, approved by an as security, binh as operations
"
`);
  });

  it('tells the same as JSON, byte for byte twice', async () => {
    const first = await sandbox.run('verify', `${FIRST},${SECOND}`, '--format', 'json');
    expect(await sandbox.run('verify', `${FIRST}, ${SECOND}`, '--format', 'json')).toEqual(first);
    expect(JSON.parse(first.out)).toMatchObject({
      isWhole: true,
      problems: [],
      bundles: [
        { bundle: FIRST, sequence: 1, previous: null, approvedBy: [] },
        { bundle: SECOND, sequence: 2, approvedBy: ['an as security', 'binh as operations'] },
      ],
    });
  });

  it('accepts a bundle by itself, and doesn’t say that it is the whole chain', async () => {
    expect(await sandbox.run('verify', SECOND)).toMatchObject({
      code: 0,
      err: 'every byte is as stated, and all parts agree\n',
    });
  });

  it('says the same as tar of every part, and holds nothing else', () => {
    const listed = execFileSync('tar', ['-tf', join(sandbox.folder, SECOND)], { encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(listed.map((name) => name.replace(/\.[0-9a-f]{12}\./, '.DIGEST.'))).toMatchInlineSnapshot(`
[
  "bundle.json",
  "approvals/an.security.DIGEST.dsse.json",
  "approvals/binh.operations.DIGEST.dsse.json",
  "assembly/manifest.json",
  "deploy/journal.ndjson",
  "deploy/live.json",
  "deploy/plan.json",
  "gate/certificate.json",
  "gate/evaluations.json",
  "gate/rules.json",
  "gate/summary.json",
  "review/review.json",
  "review/signers.json",
  "tools.json",
  "bundle-copy.json",
]
`);
  });
});

describe('ndc verify', () => {
  it('refuses a chain in another order, with one missing, or one twice, at the byte that names the bundle before', async () => {
    const { out: whole } = await sandbox.run('verify', `${FIRST},${SECOND}`);
    const [first = '', second = ''] = [...whole.matchAll(/root ([0-9a-f]{64})/g)].map(([, root = '']) => root);
    const place = (bundle: string): number => sandbox.bytesOf(bundle).indexOf('"previous":') + '"previous":'.length;
    // Two roots may begin alike; the first digit that differs is the one that is wrong.
    const alike = [...first].findIndex((digit, index) => digit !== second[index]);
    const cases = [
      { chain: [SECOND, FIRST], wrong: FIRST, byte: place(FIRST), after: 2 },
      { chain: [FIRST, FIRST], wrong: FIRST, byte: place(FIRST), after: 1 },
      { chain: [SECOND, SECOND], wrong: SECOND, byte: place(SECOND) + 1 + alike, after: 2 },
    ];
    for (const { chain, wrong, byte, after } of cases) {
      const { code, out, err } = await sandbox.run('verify', chain.join(','));
      const told = /^.*bundle-not-as-written: .*$/m.exec(err)?.[0];
      const what = `byte ${byte} of the bundle is wrong: the head of the manifest, which follows bundle ${after} of sandbox`;
      expect([code, out, told]).toEqual([2, '', `${wrong}: bundle-not-as-written: ${what}`]);
    }
  });

  it('refuses one flipped byte with the place where it is: of the manifest, of a header, of a part, of the end', async () => {
    const bytes = sandbox.bytesOf(FIRST);
    const journal = bytes.indexOf('deploy/journal.ndjson\0');
    const places = [520, journal + 136, bytes.length - 1];
    for (const place of places) {
      const { code, err } = await verifyBytes(flipped(bytes, place));
      expect({ code, err }).toEqual({
        code: 2,
        err: expect.stringContaining(`: byte ${place} of the bundle is wrong: `) as string,
      });
    }
    const { err } = await verifyBytes(flipped(bytes, journal + 512 + 20));
    const [, from, to] =
      /one of the bytes (\d+) to (\d+) of the bundle is wrong: the content of deploy\/journal/.exec(err) ?? [];
    expect(Number(from)).toBe(journal + 512);
    expect(Number(to)).toBeGreaterThanOrEqual(journal + 512 + 20);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('no bundle')],
    ['zeros', Buffer.alloc(10_240)],
    ['a bundle that is packed', gzipSync(Buffer.alloc(2 ** 20))],
  ])('refuses %s in place of a bundle, in one problem', async (_, bytes) => {
    const { code, out, err } = await verifyBytes(bytes);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^bent\.tar: bundle-not-as-written: byte 0 of the bundle is wrong: /);
  });

  it('refuses real archives with links, paths that lead out, and folders', async () => {
    const place = join(sandbox.folder, 'packed');
    mkdirSync(join(place, 'in'), { recursive: true });
    symlinkSync('/etc/passwd', join(place, 'in/bundle.json'));
    writeFileSync(join(place, 'out.json'), '{}');
    const tar = (...given: readonly string[]) =>
      execFileSync('tar', ['--format=ustar', '-cPf', '-', ...given], { cwd: join(place, 'in') });
    for (const packed of [tar('bundle.json'), tar('../out.json'), tar('.'), tar(join(place, 'out.json'))]) {
      const { code, err } = await verifyBytes(packed);
      expect([code, /: (bundle-not-as-written): byte \d+ /.exec(err)?.[1]]).toEqual([2, 'bundle-not-as-written']);
    }
    const renamed = sandbox
      .bytesOf(FIRST)
      .toString('latin1')
      .replaceAll('deploy/journal.ndjson', '../ploy/journal.ndjson');
    expect((await verifyBytes(Buffer.from(renamed, 'latin1'))).err).toMatch(
      /byte \d+ of the bundle is wrong: the manifest/,
    );
  });

  it('refuses a header that promises more than there is, and a file larger than any bundle, without reading on', async () => {
    const bytes = Buffer.from(sandbox.bytesOf(FIRST));
    bytes.write('77777777777', bytes.indexOf('deploy/journal.ndjson\0') + 124, 'latin1');
    expect(await verifyBytes(bytes)).toMatchObject({
      code: 2,
      err: expect.stringContaining('size in the header of') as string,
    });
    await verifyBytes(Buffer.alloc(0));
    truncateSync(join(sandbox.folder, 'bent.tar'), bundleLimits.archiveBytesMax + 1);
    const { code, err } = await sandbox.run('verify', 'bent.tar');
    expect(code).toBe(2);
    expect(err).toContain('bent.tar: file-unreadable: ');
    truncateSync(join(sandbox.folder, 'bent.tar'), 0);
  });

  it.each([
    ['a file that isn’t there', 'nowhere.tar', 'no such file'],
    ['a folder', 'state', 'a folder'],
    ['no name', '', 'a folder'],
    ['a name with a zero byte', 'a\u0000b', 'zero byte'],
    ['a second bundle that isn’t there', `${FIRST},nowhere.tar`, 'nowhere.tar'],
  ])('refuses %s', async (_, name, said) => {
    const { code, out, err } = await sandbox.run('verify', name);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
  });
});
