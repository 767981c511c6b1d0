import policy from '../../../policies/network/disallow-internet-egress-at-level-4';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { defaultDeny, flows, nameEgress, tcp } from './kit/objects';

const name = 'national-owner-land-server';
const cluster = 'dc-center-land';
const subject = `namespace/${cluster}/${name}`;
const to = (...peers: readonly JsonObject[]) => ({
  subject,
  view: viewOf({ resources: [flows(name, 'egress', { to: peers, ports: [tcp(443)] })] }),
});

describePolicy('network/disallow-internet-egress-at-level-4', policy, {
  passes: {
    'a namespace without ways out': () => ({ subject, view: viewOf({ resources: [defaultDeny(name)] }) }),
    'a block of the nation': () => to({ ipBlock: { cidr: '10.97.16.0/20' } }),
    'a host name': () => ({ subject, view: viewOf({ resources: [nameEgress(name, 'ca.test.gov.vn')] }) }),
  },
  fails: {
    'all IPv4 addresses, whatever is excepted': () => ({
      ...to({ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } }),
      where: 'flows-egress spec.egress[0]',
      got: '0.0.0.0/0',
    }),
    'all IPv6 addresses': () => ({
      ...to({ ipBlock: { cidr: '::/0' } }),
      where: 'flows-egress spec.egress[0]',
      got: '::/0',
    }),
    'half of the Internet': () => ({
      ...to({ ipBlock: { cidr: '128.0.0.0/1' } }),
      where: 'flows-egress spec.egress[0]',
      got: '128.0.0.0/1',
    }),
    'no peers, which means all': () => ({ ...to(), where: 'flows-egress spec.egress[0]', got: 'every peer' }),
    'a block that is no block': () => ({
      ...to({ ipBlock: { cidr: 'everywhere' } }),
      verdict: 'unknown',
      where: 'flows-egress spec.egress[0]',
      got: 'everywhere',
    }),
    'the world by the words of Cilium': () => ({
      subject,
      view: viewOf({
        resources: [
          {
            cluster,
            body: {
              apiVersion: 'cilium.io/v2',
              kind: 'CiliumNetworkPolicy',
              metadata: { name: 'out', namespace: name },
              spec: { endpointSelector: {}, egress: [{ toEntities: ['world'] }] },
            },
          },
        ],
      }),
      where: 'out spec.egress[0]',
      got: 'world',
    }),
  },
  ignores: {
    'a namespace of level 3': () => ({ subject: 'namespace/dc-north-shared-0/p01-proc-server', view: viewOf() }),
  },
});
