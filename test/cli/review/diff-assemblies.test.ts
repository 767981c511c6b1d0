import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Review } from '../../../review/review';
import { canonicalSha256 } from './kit/canonical-sha256';
import { AUTHOR, OPENED, SignedSandbox } from './kit/signed-sandbox';

const sandbox = new SignedSandbox();
const kept = join(sandbox.folder, 'new.review.json');

beforeAll(async () => {
  await sandbox.synth('old');
  sandbox.edit(OPENED);
  await sandbox.synth('new');
});
afterAll(() => sandbox.remove());

describe('ndc diff of two assemblies', () => {
  it('tells who gains access with a packet, who wrote it by their names as signers, who must sign, and keeps the review beside the head', async () => {
    const { code, out, err } = await sandbox.run('diff', 'old', 'new', '--author', `Dung@Test.gov.vn, zoe@test.gov.vn`);
    expect(code).toBe(1);
    const { digest } = JSON.parse(readFileSync(kept, 'utf8')) as Review;
    expect(out.split('\n').slice(0, 2)).toEqual([
      'Review of a change: sandbox. ▲ At least 2 people must sign',
      `  Digest to sign  ${digest}`,
    ]);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'gov-office (server of reporting) can now reach p01 (database of province-procedures-p01) on 5432/TCP, carried by province-lgsp',
    );
    expect(out).toContain('Authors         dung, zoe@test.gov.vn (nobody of them may approve it)');
    expect(err).toBe(`review ${digest} in new.review.json\n`);
  });

  it('gives one review in every format: the same digest, which is that of its content', async () => {
    const told = ['text', 'markdown', 'html', 'json'].map((format) =>
      sandbox.run('diff', 'old', 'new', '--author', AUTHOR, '--format', format),
    );
    const [text, markdown, html, json] = await Promise.all(told);
    const { digest, content } = JSON.parse(json?.out ?? '') as Review;
    expect(digest).toBe(canonicalSha256(content));
    for (const one of [text, markdown, html]) expect(one?.out).toContain(digest);
    expect(html?.out).toMatch(/^<!doctype html>/i);
    expect(Buffer.byteLength(markdown?.out ?? '')).toBeLessThan(65_000);
    expect(json?.out).toBe(readFileSync(kept, 'utf8'));
  });

  it('says the same bytes twice, from wherever it is called', async () => {
    const [first, second] = [
      await sandbox.run('diff', 'old', 'new', '--author', AUTHOR, '--format', 'html', '--lang', 'vi'),
      await sandbox.run(
        'diff',
        './old',
        join(sandbox.folder, 'new'),
        '--author',
        AUTHOR,
        '--format',
        'html',
        '--lang',
        'vi',
      ),
    ];
    expect(second).toEqual(first);
    expect(first.out).toContain('<html lang="vi"');
  });

  it('ends with 0 and asks nobody when nothing differs', async () => {
    const { code, out } = await sandbox.run('diff', 'old', 'old', '--author', AUTHOR, '--format', 'json');
    expect(code).toBe(0);
    const { base, head, content } = JSON.parse(out) as Review;
    expect(base).toEqual(head);
    expect({ risks: content.risks, needs: content.needs, objects: content.objects, facts: content.facts }).toEqual({
      risks: [],
      needs: [],
      objects: [],
      facts: [],
    });
  });

  it('takes one assembly as a first deploy, where nothing was deployed yet', async () => {
    const { code, out } = await sandbox.run(
      'diff',
      'new',
      '--state',
      'state',
      '--format',
      'json',
      '--out',
      'first.json',
    );
    expect(code).toBe(1);
    const { base, content } = JSON.parse(out) as Review;
    expect(base).toBeUndefined();
    expect(content.risks.map((risk) => risk.class)).toEqual(['first-deploy']);
    expect(existsSync(join(sandbox.folder, 'first.json'))).toBe(true);
    expect(existsSync(join(sandbox.folder, 'state'))).toBe(false);
  });
});

describe('ndc diff', () => {
  it('refuses what is neither an assembly nor a revision, and says what would be', async () => {
    const ran = await sandbox.run('diff', 'old', 'no-such-branch');
    expect({ code: ran.code, out: ran.out }).toEqual({ code: 2, out: '' });
    expect(ran.err).toMatchInlineSnapshot(`
"diff: revision-unknown: this is neither the folder of an assembly nor a revision
  got   no-such-branch
  want  a folder that synth wrote, or a commit, branch or tag of the repository of the facts
  next  correct the name; git log lists commits

1 problem; nothing was written
"
`);
  });

  it.each([
    ['an option of Git', '--upload-pack=x'],
    ['a revision that begins like an option', '-x'],
  ])('refuses %s in place of a revision', async (_, name) => {
    const { code, out } = await sandbox.run('diff', 'old', '--', name);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('refuses an assembly whose manifest is no JSON, and keeps no review', async () => {
    await sandbox.run('diff', 'old', 'new', '--author', AUTHOR);
    const manifest = join(sandbox.folder, 'new/manifest.json');
    const good = readFileSync(manifest);
    writeFileSync(manifest, good.subarray(0, 1_000));
    rmSync(kept);
    const { code, out, err } = await sandbox.run('diff', 'old', 'new', '--author', AUTHOR);
    writeFileSync(manifest, good);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/manifest/);
    expect(existsSync(kept)).toBe(false);
  });

  it.each([
    ['a format that there isn’t', ['--format', 'pdf'], 'text, markdown, html, json'],
    ['a language that there isn’t', ['--lang', 'fr'], 'vi, en'],
    ['an environment that there isn’t', ['--env', 'sandbocks'], 'did you mean sandbox?'],
  ])('refuses %s', async (_, options, said) => {
    const { code, out, err } = await sandbox.run('diff', 'old', 'no-such-branch', ...options);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
  });
});
