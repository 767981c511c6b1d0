import policy from '../../../policies/certificates/require-service-certificate';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf, type GivenResource } from '../../support/view-of';
import { certificate } from './kit/certificate';

const land = (cluster: string, dnsName = 'land-database.test.gov.vn'): GivenResource => ({
  body: certificate('national-owner-land-dmz', dnsName),
  cluster,
});
const procedures: GivenResource = { body: certificate('p01-proc-dmz', 'procedures-p01.test.gov.vn') };

describePolicy('certificates/require-service-certificate', policy, {
  passes: {
    'a certificate at the only placement': () => ({
      view: viewOf({ resources: [procedures] }),
      subject: 'system/procedures-p01',
    }),
    'a certificate at both placements': () => ({
      view: viewOf({ resources: [land('dc-north-land'), land('dc-center-land')] }),
      subject: 'system/land-database',
    }),
  },
  fails: {
    'no certificate at the standby, naming the place': () => ({
      view: viewOf({ resources: [land('dc-north-land')] }),
      subject: 'system/land-database',
      where: 'dc-center-land/national-owner-land-dmz',
      got: 'no Certificate for land-database.test.gov.vn',
    }),
    'a certificate of another name': () => ({
      view: viewOf({ resources: [land('dc-north-land', 'other.test.gov.vn'), land('dc-center-land')] }),
      subject: 'system/land-database',
      where: 'dc-north-land/national-owner-land-dmz',
      got: 'no Certificate for land-database.test.gov.vn',
    }),
    'no certificate at all': () => ({
      view: viewOf(),
      subject: 'system/procedures-p01',
      where: 'dc-north-shared-0/p01-proc-dmz',
      got: 'no Certificate for procedures-p01.test.gov.vn',
    }),
  },
  ignores: {
    'a system without a DMZ': () => ({
      view: viewOf({
        model: { ...healthyModel(), namespaces: healthyModel().namespaces.filter((one) => one.zone !== 'dmz') },
      }),
      subject: 'system/procedures-p01',
    }),
  },
});
