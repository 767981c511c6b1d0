import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Review } from '../../../review/review';
import { AUTHOR } from '../review/kit/signed-sandbox';
import { EvidencedSandbox, FIRST, SECOND } from './kit/evidenced-sandbox';

const sandbox = new EvidencedSandbox();
const SECRETS = { token: `ghp_${'x9'.repeat(20)}`, url: 'postgres://land:h0use@db.example.vn/land' };
const FORMATS = ['text', 'markdown', 'html', 'json'];
const REASON = {
  file: 'systems/services/reporting',
  find: "en: 'Takes report figures of provinces'",
  put: `en: 'By ${SECRETS.token} of ${SECRETS.url}'`,
};

/** Whether any file below the folder of the commands holds a secret, but for facts and the assemblies made of them. */
function leaks(): readonly string[] {
  return readdirSync(sandbox.folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(sandbox.folder.length + 1))
    .filter((name) => !/^(?:sandbox|base|leaky|cleaned)\//.test(name))
    .filter((name) => !name.startsWith('state/deployed/'))
    .filter((name) => Object.values(SECRETS).some((secret) => sandbox.bytesOf(name).includes(secret)));
}

beforeAll(async () => {
  await sandbox.start();
  await sandbox.synth('base');
  sandbox.leaveEvidence('base', '2026-11-20T00:00:00Z');
  sandbox.edit(REASON);
  await sandbox.synth('leaky');
});
afterAll(() => sandbox.stop());
afterEach(() => expect(leaks()).toEqual([]));

describe('a secret in facts', () => {
  it.each(FORMATS)('refuses to make a review of it as %s, and names its line but not its value', async (format) => {
    const { code, out, err } = await sandbox.run('diff', 'base', 'leaky', '--author', AUTHOR, '--format', format);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect([...err.matchAll(/^(.*): secret-in-the-clear: .*\n {2}got {3}(.*)$/gm)].map(([, ...told]) => told)).toEqual([
      ['sandbox/systems/services/reporting.ts:31', 'a token of GitHub'],
      ['sandbox/systems/services/reporting.ts:31', 'a password in a URL'],
    ]);
    expect(Object.values(SECRETS).filter((secret) => err.includes(secret))).toEqual([]);
    expect(existsSync(join(sandbox.folder, 'leaky.review.json'))).toBe(false);
  });

  it('refuses a deploy of it before a cluster is asked, since its evidence could not be written afterwards', async () => {
    const { code, codes, asked } = await sandbox.deploy('leaky');
    expect({ code, codes, asked }).toEqual({ code: 2, codes: ['secret-in-the-clear'], asked: 0 });
  });

  it('may be taken out, and is hidden in every form of the review that says so', async () => {
    for (const format of FORMATS) {
      const { code, out, err } = await sandbox.run('diff', 'leaky', 'base', '--author', AUTHOR, '--format', format);
      expect(code).toBe(1);
      expect(Object.values(SECRETS).filter((secret) => `${out}${err}`.includes(secret))).toEqual([]);
    }
    const { content } = JSON.parse(sandbox.bytesOf('base.review.json').toString('utf8')) as Review;
    expect(content.facts.map(({ at, before }) => [at, before])).toEqual([['flows.0.reason.en', '<redacted>']]);
    expect(
      await sandbox.run(
        'approve',
        'base.review.json',
        '--as',
        'an',
        '--role',
        'security',
        '--reason',
        'Gone.',
        '--key',
        'an.pem',
      ),
    ).toMatchObject({ code: 0 });
  });
});

describe('the evidence of a deploy', () => {
  const evidence = join(sandbox.folder, 'state/evidence');

  it('hides what a schema tells to be secret, and is verified as it is', async () => {
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'db' }, data: { url: SECRETS.url } };
    sandbox.leaveEvidence('base', '2026-11-22T00:00:00Z', { items: [secret], password: SECRETS.token });
    expect(
      sandbox
        .bytesOf(SECOND)
        .toString('latin1')
        .match(/<redacted>/g),
    ).toHaveLength(2);
    expect(await sandbox.run('verify', `${FIRST},${SECOND}`)).toMatchObject({ code: 0 });
  });

  it('refuses to be written with a secret that no schema tells of, and leaves the chain as it was', () => {
    const before = readdirSync(evidence);
    const write = (): void =>
      sandbox.leaveEvidence('base', '2026-11-23T00:00:00Z', { said: `denied to ${SECRETS.url}` });
    expect(write).toThrow('bundle-holds-secret');
    expect(readdirSync(evidence)).toEqual(before);
  });
});

describe('ndc deploy', () => {
  it.each([
    ['without what the gate found', undefined],
    ['with something else than what the gate found', '{"results":[]}'],
  ])('refuses %s, since its evidence would prove nothing', async (_, text) => {
    const name = text === undefined ? 'lost' : 'bent';
    sandbox.edit({ ...REASON, find: REASON.put, put: `en: 'Takes ${name} figures'` });
    await sandbox.change(name);
    sandbox.edit({ ...REASON, find: `en: 'Takes ${name} figures'`, put: REASON.put });
    const path = join(sandbox.folder, `${name}.evaluations.json`);
    if (text === undefined) rmSync(path);
    else writeFileSync(path, text);
    const { code, codes, asked } = await sandbox.deploy(name);
    expect({ code, codes, asked }).toEqual({ code: 2, codes: ['evaluations-of-another-judgement'], asked: 0 });
  });
});
