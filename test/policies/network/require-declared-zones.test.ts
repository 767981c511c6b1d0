import policy from '../../../policies/network/require-declared-zones';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel, withSystem } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';
import { namespaceObject } from './kit/objects';

const subject = 'system/procedures-p01';
const zones = ['dmz', 'server', 'database', 'management'];
const names = zones.map((zone) => `p01-proc-${zone}`);
const all = names.map((name) => namespaceObject(name));
const land = healthyModel().namespaces.filter((one) => one.system === 'land-database');

describePolicy('network/require-declared-zones', policy, {
  passes: {
    'a namespace for every zone that lives in one': () => ({ subject, view: viewOf({ resources: all }) }),
    'a system at its home and its standby': () => ({
      subject: 'system/land-database',
      view: viewOf({
        resources: land.map(({ name, cluster, site }) => ({
          ...namespaceObject(name, { 'ndc.gov.vn/site': site }),
          cluster,
        })),
      }),
    }),
  },
  fails: {
    'a zone without namespace': () => ({
      subject,
      view: viewOf({ resources: all.slice(1) }),
      where: 'dc-north-shared-0/p01-proc-dmz',
      got: 'no namespace',
    }),
    'a namespace with the label of another zone': () => ({
      subject,
      view: viewOf({
        resources: [...all.slice(0, 3), namespaceObject('p01-proc-management', { 'ndc.gov.vn/zone': 'dmz' })],
      }),
      where: 'dc-north-shared-0/p01-proc-management ndc.gov.vn/zone',
      got: 'dmz',
    }),
    'a system that leaves out a zone of its level': () => ({
      subject,
      view: viewOf({
        model: withSystem('procedures-p01', { zones: ['edge', 'dmz', 'internal', 'server'] }),
        resources: all,
      }),
      where: 'zones',
      got: 'no database',
    }),
    'a standby without namespaces': () => ({
      subject: 'system/land-database',
      view: viewOf({
        resources: land
          .filter((one) => one.cluster === 'dc-north-land')
          .map(({ name, cluster, site }) => ({ ...namespaceObject(name, { 'ndc.gov.vn/site': site }), cluster })),
      }),
      where: 'dc-center-land/national-owner-land-dmz',
      got: 'no namespace',
    }),
  },
  ignores: { 'a nation without systems': () => ({ view: viewOf({ model: { ...healthyModel(), systems: [] } }) }) },
});
