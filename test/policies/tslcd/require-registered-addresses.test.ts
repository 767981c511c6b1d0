import policy from '../../../policies/tslcd/require-registered-addresses';
import type { Model } from '../../../model/model';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { networkNation } from './kit/network-nation';

function given(registration: Partial<Model['nation']['addresses']['registration']> = {}): PolicyCase {
  const model = networkNation();
  const { addresses } = model.nation;
  const bent = { ...addresses, registration: { ...addresses.registration, ...registration } };
  return { view: viewOf({ model: { ...model, nation: { ...model.nation, addresses: bent } } }) };
}

function withTwin(): PolicyCase {
  const model = networkNation();
  const sites = model.sites.map((one) =>
    one.id === 'tslcd-metro-01' ? { ...one, block: { ...one.block, ipv4: '10.97.128.0/17' } } : one,
  );
  return { view: viewOf({ model: { ...model, sites } }) };
}

describePolicy('tslcd/require-registered-addresses', policy, {
  passes: { 'addresses that were reviewed this year': () => given() },
  fails: {
    'no registration': () => ({ ...given({ id: ' ' }), where: 'registration.id', got: 'empty' }),
    'a review two years ago': () => ({
      ...given({ reviewedOn: '2024-09-30' }),
      where: 'registration.reviewedOn',
      got: '2024-09-30',
    }),
    'a review that lies ahead': () => ({
      ...given({ reviewedOn: '2026-12-24' }),
      where: 'registration.reviewedOn',
      got: '2026-12-24',
    }),
    'a date that is none': () => ({
      ...given({ reviewedOn: 'soon' }),
      where: 'registration.reviewedOn',
      got: 'soon',
    }),
    'two sites that overlap': () => ({ ...withTwin(), where: 'sites', got: 'dc-north and tslcd-metro-01' }),
  },
  ignores: { 'a single site': () => ({ ...given(), subject: 'site/dc-north' }) },
});
