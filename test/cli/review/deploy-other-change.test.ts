import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Review } from '../../../review/review';
import { Forger } from '../../support/written/forge-assembly';
import { canonicalSha256 } from './kit/canonical-sha256';
import { DeployedSandbox } from './kit/deployed-sandbox';
import { OPENED } from './kit/signed-sandbox';

const sandbox = new DeployedSandbox();
const APPROVED = ['other-cluster'];

beforeAll(() => sandbox.startDeployed());
afterAll(() => sandbox.stop());

describe('ndc deploy of a database that is opened', () => {
  let closed = '';
  beforeAll(async () => {
    closed = sandbox.edit(OPENED);
    await sandbox.change('opened');
    await sandbox.sign('opened');
  });

  it('refuses the signatures beside another change, under the names that they have', async () => {
    sandbox.write(OPENED.file, closed);
    sandbox.edit({ ...OPENED, put: OPENED.put.replace('5432', '5433') });
    await sandbox.change('opened-more');
    sandbox.replay('opened', 'opened-more');
    expect(await sandbox.refusals('opened-more')).toEqual(['approval-missing', 'approval-other-review']);
  });

  it('refuses when the assembly is changed behind the review, judged again or not', async () => {
    const forger = new Forger(join(sandbox.folder, 'opened'));
    const file = forger
      .manifest()
      .files.find(({ objects }) =>
        objects.some(({ address }) => address === 'Cluster/platform-machines-ndc-2-management/ndc-2-management'),
      );
    forger.object(file?.path ?? '', 'Cluster/platform-machines-ndc-2-management/ndc-2-management')['spec'] = {};
    forger.write();
    expect(await sandbox.refusals('opened')).toEqual(['certificate-of-another-assembly']);
    forger.restore();
    expect(await sandbox.deploy('opened')).toMatchObject({ codes: APPROVED });
  });

  it('refuses a review in which somebody else wrote the change, though its digest is right', async () => {
    const path = join(sandbox.folder, 'opened.review.json');
    const good = readFileSync(path, 'utf8');
    const review = JSON.parse(good) as Review;
    const forged = { ...review.content, authors: ['zoe@test.gov.vn'] };
    writeFileSync(path, JSON.stringify({ ...review, content: forged, digest: canonicalSha256(forged) }));
    await sandbox.approve('opened', { who: 'dung', role: 'operations' });
    expect(await sandbox.refusals('opened')).toEqual([
      'approval-missing',
      'approval-other-authors',
      'approval-other-review',
    ]);
    writeFileSync(path, good.replace('"authors":["dung"]', '"authors":["zoe@test.gov.vn"]'));
    expect(await sandbox.refusals('opened')).toEqual(['review-unreadable']);
    writeFileSync(path, good);
  });

  it('refuses to judge a change whose author has a name that looks like that of a signer', async () => {
    await sandbox.diff('opened', '\u0430n@test.gov.vn');
    await sandbox.approve('opened', { who: 'an', role: 'security' });
    expect(await sandbox.refusals('opened')).toEqual(['approval-missing', 'question']);
    await sandbox.diff('opened');
  });

  it('holds on a base that got another change in between, since it means the same', async () => {
    sandbox.write(OPENED.file, closed);
    const other = {
      file: 'systems/services/province-procedures',
      find: 'retentionDays: 90',
      put: 'retentionDays: 180',
    };
    sandbox.edit(other);
    await sandbox.change('other');
    await sandbox.sign('other');
    sandbox.markDeployed('other', '2026-11-21T00:00:00Z');
    sandbox.edit(OPENED);
    await sandbox.change('rebased');
    expect(await sandbox.refusals('rebased')).toEqual(['approval-missing']);
    sandbox.replay('opened', 'rebased');
    expect(await sandbox.deploy('rebased')).toMatchObject({ codes: APPROVED });
  });
});
