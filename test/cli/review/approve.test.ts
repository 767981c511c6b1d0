import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../../cli/main';
import { reviewJson } from '../../../reports/review/review-json';
import { describeWithSshKeygen } from '../../evidence/signatures/kit/ssh-keygen';
import { reviewOf } from '../../reports/review/review-kit';
import { captureIo } from '../../support/capture-io';
import { makeWorkplace } from '../../support/written/workplace';
import type { Ran } from './kit/signed-sandbox';

const { folder, remove } = makeWorkplace();
afterAll(remove);

const review = reviewOf();
const said = ['--as', 'binh', '--role', 'security', '--reason', 'Đã đọc.'];

beforeAll(() => {
  writeFileSync(join(folder, 'head.review.json'), reviewJson(review));
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(join(folder, 'key'), privateKey.export({ format: 'pem', type: 'pkcs8' }));
});

/** Approves in the folder of the test; a stack trace is never shown. */
async function approve(file: string, ...options: readonly string[]): Promise<Ran> {
  const { io, out, err } = captureIo({ cwd: folder });
  const code = await main(['approve', file, ...options], io);
  expect(`${out()}${err()}`).not.toMatch(/\n\s+at .+:\d+/);
  return { code, out: out(), err: err() };
}

/** The statement in an envelope, and what else it holds. */
function opened(file: string): { readonly envelope: object; readonly statement: unknown } {
  const envelope = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { readonly payload: string };
  return { envelope, statement: JSON.parse(Buffer.from(envelope.payload, 'base64').toString('utf8')) };
}

/** Names of everything that stands beside the review. */
function written(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
}

describe('ndc approve', () => {
  it('writes a statement of exactly the review, signed by a key at hand, beside the assembly', async () => {
    const { code, out, err } = await approve('head.review.json', ...said, '--key', 'key', '--days', '3');
    expect({ code, out }).toEqual({
      code: 0,
      out: `head.approvals/binh.security.${review.digest.slice(7, 19)}.dsse.json\n`,
    });
    expect(err).toBe(`binh approves as security the review ${review.digest}, until 2026-10-04T00:00:00Z\n`);
    const { envelope, statement } = opened(out.trim());
    expect(Object.keys(envelope)).toEqual(['payload', 'payloadType', 'signatures']);
    expect(statement).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
      predicateType: 'https://ndc.gov.vn/attestation/approval/v1',
      subject: [{ name: 'review', digest: { sha256: review.digest.slice(7) } }],
      predicate: {
        approver: { principal: 'binh', role: 'security' },
        authors: ['an@example.vn'],
        notAfter: '2026-10-04T00:00:00Z',
        parent: { sha256: '1'.repeat(64) },
        reason: 'Đã đọc.',
        rules: { sha256: '4'.repeat(64) },
        signedAt: '2026-10-01T00:00:00Z',
      },
    });
  });

  it('signs the same bytes twice, and replaces what the same person said in the same role', async () => {
    const first = await approve('head.review.json', ...said, '--key', 'key');
    const before = readFileSync(join(folder, first.out.trim()));
    const second = await approve('./head.review.json', ...said, '--key', join(folder, 'key'));
    expect([second.out, readFileSync(join(folder, second.out.trim()))]).toEqual([first.out, before]);
    await approve('head.review.json', ...said.with(-1, 'Read twice.'), '--key', 'key');
    expect(readdirSync(join(folder, 'head.approvals'))).toHaveLength(1);
    expect(JSON.stringify(opened(first.out.trim()).statement)).toContain('Read twice.');
  });
});

describe('ndc approve', () => {
  afterEach(() => expect(written().filter((name) => /\.new$|^etc|other/.test(name))).toEqual([]));

  it('refuses without a name, a role and a reason, and says which is lacking', async () => {
    const { code, err } = await approve('head.review.json', '--role', 'security', '--key', 'key');
    expect(code).toBe(2);
    expect(err).toMatchInlineSnapshot(`
"approve: approval-incomplete: an approval says who approves, in which role, and why
  got   no --as, no --reason
  want  --as, --role and --reason
  next  add --as, --reason

1 problem; nothing was written
"
`);
  });

  it.each([
    ['neither key nor message', said, 'approval-without-key'],
    ['no days', [...said, '--days', '0', '--key', 'key'], 'option-not-a-count'],
    ['more days than any approval has', [...said, '--days', '31', '--key', 'key'], 'option-not-a-count'],
    ['a key that isn’t there', [...said, '--key', 'nowhere'], 'file-unreadable'],
    ['a folder for a key', [...said, '--key', '.'], 'file-unreadable'],
    ['a review for a key', [...said, '--key', 'head.review.json'], 'private-key'],
    ['a reason in two lines', [...said.with(-1, 'a\nb'), '--key', 'key'], 'reason-form'],
    ['a reason that turns its letters around', [...said.with(-1, 'a\u202Eb'), '--key', 'key'], 'reason-form'],
    ['a name that leads out of the folder', [...said.with(1, '../../etc/x'), '--key', 'key'], 'name-form'],
    ['a role that leads out of the folder', [...said.with(3, 'a/../../other'), '--key', 'key'], 'name-form'],
    ['a name with a letter of another script', [...said.with(1, 'b\u0456nh'), '--key', 'key'], 'name-look-alike'],
  ])('refuses %s', async (_, options, problem) => {
    const before = written();
    const { code, out, err } = await approve('head.review.json', ...options);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(problem);
    expect(written()).toEqual(before);
  });

  it.each([
    ['a review that isn’t there', 'nowhere.review.json', undefined, 'file-unreadable'],
    ['what is no review', 'bent.json', '{}', 'review-unreadable'],
    ['a review that is cut off', 'bent.json', reviewJson(review).slice(0, 500), 'review-unreadable'],
    [
      'a review whose digest isn’t that of its content',
      'bent.json',
      reviewJson(review).replace('an@example.vn', 'eve@example.vn'),
      'the digest of the content',
    ],
    ['a review that nobody wrote', 'bent.json', reviewJson(reviewOf({ authors: [] })), 'authors'],
    [
      'an author who looks like another',
      'bent.json',
      reviewJson(reviewOf({ authors: ['\u0430n'] })),
      'name-look-alike',
    ],
  ])('refuses %s', async (_, file, text, problem) => {
    if (text !== undefined) writeFileSync(join(folder, file), text);
    const { code, out, err } = await approve(file, ...said, '--key', 'key');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(problem);
    expect(existsSync(join(folder, 'bent.json.approvals'))).toBe(false);
  });
});

describeWithSshKeygen('ndc approve with ssh-keygen', (program) => {
  const work = (...options: readonly string[]) => approve('head.review.json', ...options);

  beforeAll(() => {
    program.makeKey('id', ['-t', 'ed25519']);
    mkdirSync(join(folder, 'by-hand'));
  });

  /** Writes the bytes to sign, and signs them. */
  async function signed(name: string, namespace = 'ndc-approval'): Promise<string> {
    const path = join('by-hand', name);
    expect(await work(...said, '--message', path)).toMatchObject({ code: 0, out: `${path}\n` });
    writeFileSync(join(folder, `${path}.sig`), program.sign('id', namespace, readFileSync(join(folder, path))));
    return path;
  }

  it('writes the bytes to sign, says how, and seals what ssh-keygen made of them', async () => {
    const { err } = await work(...said, '--message', 'by-hand/told');
    expect(err).toMatchInlineSnapshot(`
"sign these bytes with ssh-keygen -Y sign -n ndc-approval -f KEY by-hand/told
and seal them with ndc approve REVIEW --signed by-hand/told
"
`);
    const { code, out } = await work('--signed', await signed('good'));
    expect(code).toBe(0);
    expect(opened(out.trim()).statement).toMatchObject({ subject: [{ digest: { sha256: review.digest.slice(7) } }] });
  });

  it('takes the key of ssh-keygen at hand', async () => {
    writeFileSync(join(folder, 'id'), program.read('id'));
    expect(await work(...said, '--key', 'id')).toMatchObject({ code: 0 });
  });

  it('refuses a signature of other bytes, for another purpose, that isn’t there, or is none', async () => {
    const good = await signed('good');
    writeFileSync(join(folder, 'by-hand/bent'), readFileSync(join(folder, good), 'utf8').replace('"binh"', '"dung"'));
    writeFileSync(join(folder, 'by-hand/bent.sig'), readFileSync(join(folder, `${good}.sig`)));
    const git = await signed('for-git', 'git');
    await work(...said, '--message', 'by-hand/unsigned');
    writeFileSync(join(folder, 'by-hand/no-signature'), readFileSync(join(folder, good)));
    writeFileSync(join(folder, 'by-hand/no-signature.sig'), 'none');
    const told: unknown[] = [];
    for (const name of ['by-hand/bent', git, 'by-hand/unsigned', 'by-hand/no-signature', 'by-hand/nowhere']) {
      const { code, err } = await work('--signed', name);
      told.push([code, /: ([a-z-]+): /.exec(err)?.[1]]);
    }
    expect(told).toMatchInlineSnapshot(`
[
  [
    2,
    "signature-false",
  ],
  [
    2,
    "signature-namespace",
  ],
  [
    2,
    "file-unreadable",
  ],
  [
    2,
    "signature-armor",
  ],
  [
    2,
    "file-unreadable",
  ],
]
`);
  });

  it('refuses to seal what was signed for another review than the one that is named', async () => {
    const path = await signed('good');
    writeFileSync(join(folder, 'later.review.json'), reviewJson(reviewOf({ authors: ['dung'] })));
    const { code, err } = await approve('later.review.json', '--signed', path);
    expect(code).toBe(2);
    expect(err).toContain('approval-other-review');
    expect(existsSync(join(folder, 'later.approvals'))).toBe(false);
  });
});
