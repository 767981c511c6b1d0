import policy from '../../../policies/residency/require-domestic-sites';
import type { Model } from '../../../model/model';
import type { Site } from '../../../model/site/site';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { leasing, leasingModel } from './kit/leased-objects';

function bent(bend: (site: Site) => Site): Model {
  const model = leasingModel();
  return { ...model, sites: model.sites.map(bend) };
}

const abroad = bent((site): Site => {
  if (site.kind === 'leased') {
    return { ...site, fact: { ...site.fact, location: { ...site.fact.location, country: 'SG' } } };
  }
  return site.kind === 'national-data-center'
    ? { ...site, fact: { ...site.fact, location: { ...site.fact.location, country: 'SG' } } }
    : site;
});
const keysAbroad = bent((site) =>
  site.kind === 'leased' ? { ...site, fact: { ...site.fact, keyStore: { id: 'store', country: 'SG' } } } : site,
);
const center = (province: string): Model => ({
  ...leasingModel(),
  sites: [
    {
      kind: 'tslcd-regional',
      id: 'center',
      officialName: { vi: 'Trung tâm vùng thử', en: 'Test regional center' },
      slot: 101,
      block: { ipv4: '10.101.0.0/16', ipv6: '2001:db8:65::/48' },
      province,
      origin: ['networks/tslcd'],
    },
  ],
});

describePolicy('residency/require-domestic-sites', policy, {
  passes: {
    'a data center in the country': () => ({ view: leasing(), subject: 'site/dc-north' }),
    'a leased site with its keys in the country': () => ({ view: leasing(), subject: 'site/leased' }),
    'a network center in a province': () => ({ view: viewOf({ model: center('01') }), subject: 'site/center' }),
  },
  fails: {
    'a data center abroad': () => ({
      view: leasing(undefined, abroad),
      subject: 'site/dc-south',
      where: 'location.country',
      got: 'SG',
    }),
    'a leased site abroad': () => ({
      view: leasing(undefined, abroad),
      subject: 'site/leased',
      where: 'location.country',
      got: 'SG',
    }),
    'keys abroad': () => ({
      view: leasing(undefined, keysAbroad),
      subject: 'site/leased',
      where: 'keyStore.country',
      got: 'SG',
    }),
    'a network center in no province': () => ({
      view: viewOf({ model: center('Singapore') }),
      where: 'province',
      got: 'Singapore',
    }),
  },
  ignores: {
    'a site that nobody declares': () => ({ view: leasing(), subject: 'site/other' }),
  },
});
