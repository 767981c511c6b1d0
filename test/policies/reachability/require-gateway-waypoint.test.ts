import policy from '../../../policies/reachability/require-gateway-waypoint';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { tcp } from '../network/kit/objects';
import { conversation, egressOf, openTo } from './kit/conversation';

const subject = 'cluster/dc-north-shared-0';
const internet = { ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } };

describePolicy('reachability/require-gateway-waypoint', policy, {
  passes: {
    'paths that end before the Internet': () => ({ subject, view: viewOf({ resources: conversation() }) }),
    'a front that the nation alone may call': () => ({
      subject,
      view: viewOf({
        resources: [...conversation(), openTo('p01-proc-dmz', { ipBlock: { cidr: '10.0.0.0/8' } }, tcp(443))],
      }),
    }),
    'the Internet at the gateway, and the gateway at the front': () => ({
      subject,
      view: viewOf({
        resources: [
          ...conversation(),
          openTo(
            'p01-proc-dmz',
            { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'platform-gateway' } } },
            tcp(443),
          ),
        ],
      }),
    }),
  },
  fails: {
    'a front that the Internet may call, from where three steps lead to the data': () => ({
      subject,
      view: viewOf({ resources: [...conversation(), openTo('p01-proc-dmz', internet, tcp(443))] }),
      where: 'path',
      got: '0.0.0.0-9.255.255.255 → p01-proc-dmz/*[any] 443/TCP, then p01-proc-dmz/*[any] → p01-proc-server/*[any] 8443/TCP, then p01-proc-server/*[any] → p01-proc-database/*[any] 5432/TCP',
    }),
    'databases that the Internet may call': () => ({
      subject,
      view: viewOf({
        resources: [
          ...conversation(),
          openTo('p01-proc-database', internet, tcp(5432)),
          egressOf('p01-proc-database', []),
        ],
      }),
      where: 'path',
      got: '0.0.0.0-9.255.255.255 → p01-proc-database/*[any] 5432/TCP',
    }),
  },
  ignores: {
    'a cluster without databases of tenants': () => ({ view: viewOf(), subject: 'cluster/dc-north-management' }),
  },
});
