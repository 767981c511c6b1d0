import policy from '../../../policies/tslcd/require-access-ends';
import type { Tenant } from '../../../model/tenancy/tenant';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { networkNation } from './kit/network-nation';

/** The commune bent, and beside it what is given. */
function given(subject: string, bend: Partial<Tenant> = {}, ...more: readonly Partial<Tenant>[]): PolicyCase {
  const model = networkNation();
  const tenants = model.tenants.map((one) => (one.id === 'c00004' ? { ...one, ...bend } : one));
  const [commune] = tenants;
  const others = commune === undefined ? [] : more.map((one) => ({ ...commune, ...one }));
  return { subject, view: viewOf({ model: { ...model, tenants: [...tenants, ...others] } }) };
}

describePolicy('tslcd/require-access-ends', policy, {
  passes: {
    'a commune with its own end': () => given('tenant/c00004'),
    'a province with its center': () => given('tenant/p01'),
  },
  fails: {
    'a commune without end': () => ({
      ...given('tenant/c00004', { accessEnd: undefined }),
      where: 'accessEnd',
      got: 'none',
    }),
    'an end that is no block': () => ({
      ...given('tenant/c00004', { accessEnd: { ipv4: '10.128.4.0', ipv6: '2001:db8:8004::/48' } }),
      where: 'accessEnd',
      got: '10.128.4.0',
    }),
    'an end of two communes': () => ({
      ...given('tenant/c00004', {}, { id: 'c00008' }),
      where: 'accessEnd',
      got: '10.128.4.0/24, of 2 communes',
    }),
    'a province without center': () => ({
      ...given('tenant/p02', {}, { id: 'p02', kind: 'province', code: '02' }),
      where: 'tslcd-provincial',
      got: 'none in province 02',
    }),
  },
  ignores: { 'a national owner': () => given('tenant/national-owner') },
});
