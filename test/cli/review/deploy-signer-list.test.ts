import { Forger } from '../../support/written/forge-assembly';
import { DeployedSandbox } from './kit/deployed-sandbox';
import { signerText } from './kit/signed-sandbox';

const sandbox = new DeployedSandbox();
const APPROVED = ['other-cluster'];

beforeAll(() => sandbox.startDeployed());
afterAll(() => sandbox.stop());

describe('ndc deploy of a change of the signer list', () => {
  const signer = 'approvals/signers/';

  it('refuses the signature of a signer whom the change itself adds', async () => {
    const key = sandbox.makeKey('eve');
    const given = { roles: ['security', 'operations'], from: '2026-01-01', until: '2027-12-31', key };
    sandbox.write(`${signer}eve`, signerText('eve', given));
    await sandbox.change('with-eve');
    const said = ['--role', 'security', '--reason', 'Mine.', '--key', 'eve.pem'];
    await sandbox.run('approve', 'with-eve.review.json', '--as', 'eve', ...said);
    await sandbox.approve('with-eve', { who: 'binh', role: 'operations' });
    const codes = ['approval-key-unknown', 'approval-missing', 'approval-principal-unknown'];
    expect(await sandbox.refusals('with-eve')).toEqual(codes);
    await sandbox.approve('with-eve', { who: 'an', role: 'security' });
    expect(await sandbox.deploy('with-eve')).toMatchObject({ codes: APPROVED });
    sandbox.forget(`${signer}eve`);
  });

  it('refuses a role that the change itself gives, and a key that it puts in the place of another', async () => {
    const before = sandbox.edit({ file: `${signer}binh`, find: '["operations"]', put: '["operations","security"]' });
    await sandbox.change('with-role');
    await sandbox.approve('with-role', { who: 'an', role: 'data-protection' });
    await sandbox.approve('with-role', { who: 'binh', role: 'security' });
    expect(await sandbox.refusals('with-role')).toEqual(['approval-missing', 'approval-role-not-held']);
    const key = sandbox.makeKey('binh-new');
    const given = { roles: ['operations'], from: '2026-01-01', until: '2027-12-31', key };
    sandbox.write(`${signer}binh`, signerText('binh', given));
    await sandbox.change('with-key');
    await sandbox.approve('with-key', { who: 'an', role: 'security' });
    await sandbox.approve('with-key', { who: 'binh', role: 'operations', key: 'binh-new' });
    expect(await sandbox.refusals('with-key')).toEqual(['approval-key-unknown', 'approval-missing']);
    sandbox.write(`${signer}binh`, before);
  });
});

const subject = 'Cluster/platform-machines-ndc-1-management/ndc-1-management';
const waiver = (expires: string): string => `export default {
  policy: 'baseline/require-alike-clusters',
  resource: 'ndc-1-management/${subject}',
  value: 'spec.clusterNetwork.serviceDomain=missing;',
  owner: 'gcc',
  reason: 'The domain is set by hand until the cluster is made anew.',
  approver: 'an',
  from: '2026-11-01',
  expires: '${expires}',
};
`;

/** Bends an object so that the waiver is needed. */
function withoutDomain(folder: string): void {
  const forger = new Forger(folder);
  const path = 'kubernetes/ndc-1-management/0-infrastructure/ndc-1-management.yaml';
  forger.deleteField(path, subject, ['spec', 'clusterNetwork', 'serviceDomain']);
  forger.write();
}

describe('ndc deploy of a waiver', () => {
  it('refuses one that was widened after it was signed, with the old review and with a new one', async () => {
    sandbox.write('exceptions/by-hand', waiver('2026-12-01'));
    await sandbox.change('waived', withoutDomain);
    await sandbox.sign('waived');
    expect(await sandbox.deploy('waived')).toMatchObject({ codes: APPROVED });
    sandbox.write('exceptions/by-hand', waiver('2026-12-02'));
    await sandbox.synth('waived', withoutDomain);
    expect(await sandbox.refusals('waived')).toEqual(['review-of-another-change']);
    await sandbox.diff('waived');
    expect(await sandbox.refusals('waived')).toEqual(['approval-missing', 'approval-other-review']);
    sandbox.forget('exceptions/by-hand');
  });
});
