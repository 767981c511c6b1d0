import type { BrokenFact } from './broken-fact';

const coordination = 'systems/sharing/data-coordination';
const lgsp = 'systems/sharing/province-lgsp';
const ndxp = 'systems/sharing/ndxp';

/** Exchanges between agencies, and the platforms that carry them, that are broken. */
export const brokenFlows: readonly BrokenFact[] = [
  {
    name: 'a platform that is to carry what it starts itself',
    file: ndxp,
    find: "name: 'to-coordination',",
    put: "name: 'to-coordination',\n      via: 'ndxp',",
    code: 'flow-broker-is-end',
  },
  {
    name: 'a platform that is to carry what ends at it',
    file: ndxp,
    find: "name: 'to-coordination',",
    put: "name: 'to-coordination',\n      via: 'data-coordination',",
    code: 'flow-broker-is-end',
  },
  {
    name: 'a platform that no system is',
    file: coordination,
    find: "  broker: 'data-coordination',\n",
    put: '',
    code: 'flow-broker-unknown',
  },
  {
    name: 'a provider whose agency has no platform of its own',
    file: 'systems/services/reporting',
    find: "{ system: 'province-procedures', zone: 'dmz' }",
    put: "{ system: 'public-duty-signature', zone: 'dmz' }",
    code: 'flow-broker-unknown',
  },
  {
    name: 'a platform on the way to a host',
    file: 'systems/platform/public-duty-signature',
    find: "to: { fqdn: 'ca.ndc.gov.vn' },",
    put: "to: { fqdn: 'ca.ndc.gov.vn' },\n      via: 'ndxp',",
    code: 'flow-broker-without-system',
  },
  {
    name: 'a platform that is no infrastructure',
    file: ndxp,
    find: "type: 'infrastructure'",
    put: "type: 'internal'",
    code: 'broker-not-infrastructure',
  },
  {
    name: 'a platform without servers of its own',
    file: coordination,
    find: "'server', ",
    put: '',
    code: 'broker-zone-missing',
  },
  {
    name: 'two systems that are one platform',
    file: 'systems/platform/government-cloud',
    find: '  level: 4,',
    put: "  level: 4,\n  broker: 'ndxp',",
    code: 'duplicate-sharing-platform',
  },
  {
    name: 'a national platform in each province',
    file: lgsp,
    find: "broker: 'lgsp'",
    put: "broker: 'data-coordination'",
    code: 'national-broker-for-each',
  },
];
