import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BundlePart } from '../../../evidence/bundle/manifest/bundle-part';
import { readBundle } from '../../../evidence/bundle/verify-bundle';
import { writeBundle } from '../../../evidence/bundle/write-bundle';
import { valueOf } from '../../../model/problem';
import { EvidencedSandbox, FIRST, SECOND } from './kit/evidenced-sandbox';

const sandbox = new EvidencedSandbox();
beforeAll(() => sandbox.deployTwice());
afterAll(() => sandbox.remove());

type Bend = (part: BundlePart) => readonly BundlePart[];

/** Writes the second bundle again with other parts, its digests and root right, as somebody does who knows the format. */
function forge(bend: Bend, name = 'forged.tar'): string {
  const { manifest, parts } = valueOf(readBundle(SECOND, sandbox.bytesOf(SECOND)));
  const previous = { root: manifest.head.previous ?? '', sequence: manifest.head.sequence - 1 };
  const given = parts.map(({ path, kind, mediaType, bytes }) => ({ path, kind, mediaType, bytes })).flatMap(bend);
  const { chunks } = valueOf(writeBundle({ environment: manifest.head.environment, previous, parts: given }));
  writeFileSync(join(sandbox.folder, name), Buffer.concat(chunks));
  return name;
}

/** Replaces a text in the part of a path. */
function replaced(path: RegExp, from: RegExp | string, to: string): Bend {
  return (part) => {
    if (!path.test(part.path)) return [part];
    const text = Buffer.from(part.bytes).toString('utf8');
    const bent = text.replace(from, to);
    if (bent === text) throw new Error(`${part.path} doesn't hold ${String(from)}`);
    return [{ ...part, bytes: Buffer.from(bent) }];
  };
}

function without(path: RegExp): Bend {
  return (part) => (path.test(part.path) ? [] : [part]);
}

const DIGEST = /sha256:[0-9a-f]{64}/;
const OTHER = `sha256:${'0'.repeat(64)}`;

/** What somebody may state instead, and what is told of it. */
const forgeries: readonly (readonly [what: string, bend: Bend, told: string])[] = [
  ['one of two approvals', without(/^approvals\/an/), 'got   tenant-path: 1 of 2'],
  ['no approval', without(/^approvals/), 'got   tenant-path: 0 of 2'],
  ['no journal, which tells when approvals had to hold', without(/journal/), 'got   no such part'],
  ['no review, as if the same had been deployed before', without(/review\.json/), 'evidence-without-review'],
  ['no evaluations', without(/evaluations/), 'forged.tar.evaluations: evidence-contradicts'],
  ['a verdict that failed', replaced(/certificate/, '"passed"', '"failed"'), 'got   failed'],
  ['evaluations in which one fails', replaced(/evaluations/, '"fail":[]', '"fail":[{}]'), 'forged.tar.evaluations: '],
  ['other rules', replaced(/rules/, DIGEST, OTHER), 'forged.tar.rules: evidence-contradicts'],
  [
    'another assembly',
    replaced(/manifest/, /"clusters?":/, '"cluster5":'),
    'forged.tar.assembly: evidence-contradicts',
  ],
  [
    'a signer list without one who signed',
    replaced(/signers/, '"id":"binh"', '"id":"bing"'),
    'approval-principal-unknown',
  ],
  ['a review of somebody else’s change', replaced(/review\.json/, '["dung"]', '["zoe"]'), 'review-unreadable'],
  ['a deploy after the approvals were over', replaced(/journal/, '2026-11-24T', '2026-12-24T'), 'approval-expired'],
];

describe('ndc verify of a bundle that was written anew, with every digest right', () => {
  it('accepts it where it says the same', async () => {
    const name = forge((part) => [part]);
    expect(sandbox.bytesOf(name)).toEqual(sandbox.bytesOf(SECOND));
    expect(await sandbox.run('verify', `${FIRST},${name}`)).toMatchObject({ code: 0 });
  });

  it.each(forgeries)('refuses %s', async (_, bend, told) => {
    const { code, err } = await sandbox.run('verify', `${FIRST},${forge(bend)}`);
    expect(code).toBe(1);
    expect(err).toContain(told);
    expect(err).toMatch(/\d problems?; the evidence does not hold\n$/);
  });

  it('refuses a chain in which somebody deployed between what was reviewed against what', async () => {
    const { manifest } = valueOf(readBundle(FIRST, sandbox.bytesOf(FIRST)));
    expect(manifest.head.sequence).toBe(1);
    const name = forge(
      replaced(/review\.json/, /"base":\{"assembly":"sha256:[0-9a-f]{64}"/, `"base":{"assembly":"${OTHER}"`),
    );
    const { code, err } = await sandbox.run('verify', `${FIRST},${name}`);
    expect(code).toBe(1);
    expect(err).toContain('evidence-of-another-base');
  });
});

describe('ndc verify of a deploy of what was deployed before', () => {
  it('accepts it after the bundle with the review, also when the approvals are long over, and refuses it alone', async () => {
    sandbox.leaveEvidence('opened', '2026-12-24T03:00:00Z');
    const third = 'state/evidence/000003.evidence.tar';
    const { code, out } = await sandbox.run('verify', `${FIRST},${SECOND},${third}`);
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringContaining('deployed again, as approved before') as string,
    });
    const alone = await sandbox.run('verify', third);
    expect(alone.code).toBe(1);
    expect(alone.err).toContain('evidence-without-review');
  });
});
