import { execFileSync } from 'node:child_process';
import { DeployedSandbox } from './kit/deployed-sandbox';
import { OPENED, type Person } from './kit/signed-sandbox';

const sandbox = new DeployedSandbox();
const APPROVED = ['other-cluster'];

beforeAll(async () => {
  await sandbox.startDeployed();
  sandbox.edit(OPENED);
  await sandbox.change('opened');
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.forgetApprovals('opened'));

/** Approves as several people, each in a role. */
async function approveAll(...given: readonly (readonly [Person, string])[]): Promise<void> {
  for (const [who, role] of given) expect(await sandbox.approve('opened', { who, role })).toMatchObject({ code: 0 });
}

describe('ndc deploy of a database that is opened', () => {
  it('refuses without a signature, and says who must sign what', async () => {
    expect(await sandbox.refusals('opened')).toEqual(['approval-missing']);
    const { err } = await sandbox.deploy('opened');
    expect(err.replaceAll(/sha256:[0-9a-f]{64}/g, 'DIGEST')).toMatchInlineSnapshot(`
"other-changed: approval-missing: Another change, and too few people approved it
  got   no approval that counts
  want  1 of security, operations for the review DIGEST
  next  ask somebody who signs as operations or security to read ndc diff and run ndc approve

path-opened: approval-missing: Another new path, and too few people approved it
  got   no approval that counts
  want  1 of security for the review DIGEST
  next  ask somebody who signs as security to read ndc diff and run ndc approve

tenant-path: approval-missing: A new path between agencies, and too few people approved it
  got   no approval that counts
  want  2 of security, operations, data-protection for the review DIGEST
  next  ask somebody who signs as data-protection or operations or security to read ndc diff and run ndc approve

3 problems; nothing was written
"
`);
  });

  it('goes on to its clusters with two signatures of two people in two roles, until one is removed', async () => {
    await approveAll(['an', 'security'], ['binh', 'operations']);
    expect(await sandbox.deploy('opened')).toMatchObject({ codes: APPROVED });
    const [first = '', second = ''] = sandbox.approvals('opened');
    const text = sandbox.approval('opened', second);
    sandbox.putApproval('opened', second, text.replace(/"signatures":\[.*\]/, '"signatures":[]'));
    expect(await sandbox.refusals('opened')).toEqual(['approval-missing', 'value-list']);
    sandbox.forgetApprovals('opened');
    sandbox.putApproval('opened', first, text);
    expect(await sandbox.refusals('opened')).toEqual(['approval-missing']);
  });

  it('refuses the person who wrote the change, and one person in two roles', async () => {
    await approveAll(['an', 'security'], ['dung', 'operations']);
    expect(await sandbox.refusals('opened')).toEqual(['approval-by-author', 'approval-missing']);
    sandbox.forgetApprovals('opened');
    await approveAll(['an', 'security'], ['an', 'data-protection']);
    expect(sandbox.approvals('opened')).toHaveLength(2);
    expect(await sandbox.refusals('opened')).toEqual(['approval-missing']);
    expect((await sandbox.deploy('opened')).err).toMatch(
      /^tenant-path: approval-missing: .*\n {2}got {3}an as [a-z-]+\n/m,
    );
  });

  it.each([
    ['a role that the signer doesn’t hold', 'binh', 'data-protection', 'approval-role-not-held'],
    ['a role that nobody has', 'binh', 'minister', 'approval-role-not-held'],
    ['a key that was over the day before', 'expired', 'operations', 'approval-key-expired'],
    ['a key that counts from tomorrow', 'future', 'operations', 'approval-key-not-yet-valid'],
  ] as const)('refuses %s', async (_, who, role, code) => {
    await approveAll(['an', 'security'], [who, role]);
    expect(await sandbox.refusals('opened')).toEqual(expect.arrayContaining([code, 'approval-missing']));
  });

  it('refuses a key that the signer list doesn’t have, and that of somebody else', async () => {
    await approveAll(['an', 'security']);
    sandbox.makeKey('stranger');
    await sandbox.approve('opened', { who: 'binh', role: 'operations', key: 'stranger' });
    expect(await sandbox.refusals('opened')).toEqual(['approval-key-unknown', 'approval-missing']);
    await sandbox.approve('opened', { who: 'binh', role: 'operations', key: 'an' });
    expect(await sandbox.refusals('opened')).toEqual(['approval-missing', 'approval-principal-not-owner']);
  });

  it('refuses an approval once its days are over, and one signed later than clocks may differ', async () => {
    await approveAll(['an', 'security'], ['binh', 'operations']);
    expect(await sandbox.refusals('opened', '2026-12-01T03:00:01Z')).toEqual(['approval-expired', 'approval-missing']);
    await sandbox.approve('opened', { who: 'binh', role: 'operations', now: '2026-11-24T03:05:00Z' });
    expect(await sandbox.deploy('opened')).toMatchObject({ codes: APPROVED });
    await sandbox.approve('opened', { who: 'binh', role: 'operations', now: '2026-11-24T03:05:01Z' });
    expect(await sandbox.refusals('opened')).toEqual(['approval-in-future', 'approval-missing']);
  });

  it('refuses an approval file that holds two payloads, two envelopes, or another form of itself', async () => {
    await approveAll(['an', 'security'], ['binh', 'operations']);
    const [, file = ''] = sandbox.approvals('opened');
    const text = sandbox.approval('opened', file);
    const again = JSON.stringify({ payload: 'e30=' }).slice(1, -1);
    const told: unknown[] = [];
    for (const bent of [text.replace('{', `{${again},`), text + text, `[${text},${text}]`, `${text}\n`]) {
      sandbox.putApproval('opened', file, bent);
      told.push((await sandbox.refusals('opened')).filter((code) => code !== 'approval-missing'));
    }
    expect(told).toMatchInlineSnapshot(`
[
  [
    "json-key-twice",
  ],
  [
    "json-none",
  ],
  [
    "value-object",
  ],
  [
    "json-not-canonical",
  ],
]
`);
  });

  it('refuses an approval that is a link or a pipe, since it reads neither', async () => {
    await approveAll(['an', 'security'], ['binh', 'operations']);
    const [, file = ''] = sandbox.approvals('opened');
    const folder = `${sandbox.folder}/opened.approvals`;
    execFileSync('sh', ['-euc', 'mv "$1" ..; ln -s "../$1" "$1"', 'sh', file], { cwd: folder });
    expect(await sandbox.refusals('opened')).toEqual(['approval-missing']);
    execFileSync('sh', ['-euc', 'rm "$1"; mkfifo "$1"', 'sh', file], { cwd: folder });
    expect(await sandbox.refusals('opened')).toEqual(['approval-missing']);
  });
});
