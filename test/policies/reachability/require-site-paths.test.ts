import policy from '../../../policies/reachability/require-site-paths';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { viewOf, type GivenResource } from '../../support/view-of';
import { tcp } from '../network/kit/objects';
import { closedPlugin, conversation, egressOf, landBlocks } from './kit/conversation';

const cluster = 'dc-north-land';
const subject = `cluster/${cluster}`;
const fromNorth = ['10.97.16.0/20', '2001:db8:61:100::/56'];

/** What a namespace of the land database takes from the DMZ of dc-north. */
function opened(namespace: string, port: JsonObject): GivenResource {
  return {
    cluster,
    body: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'flows-ingress', namespace },
      spec: {
        podSelector: {},
        policyTypes: ['Ingress'],
        ingress: [{ from: fromNorth.map((cidr) => ({ ipBlock: { cidr } })), ports: [port] }],
      },
    },
  };
}

const namespaces = viewOf().model.namespaces.filter((one) => one.cluster === cluster);
const nameOf = (zone: string): string => namespaces.find((one) => one.zone === zone)?.name ?? '';
/** Every other cluster lets nothing pass without a policy. */
const closed = viewOf().model.clusters.map(({ id }): GivenResource => ({ cluster: id, body: closedPlugin }));
const north = [
  ...conversation().filter((one) => one !== closedPlugin),
  egressOf('c00004-proc', [{ to: landBlocks.map((cidr) => ({ ipBlock: { cidr } })), ports: [tcp(443)] }]),
];
const view = (...resources: readonly GivenResource[]) => viewOf({ resources: [...closed, ...north, ...resources] });

describePolicy('reachability/require-site-paths', policy, {
  passes: {
    'a flow that both clusters let through the DMZ': () => ({ subject, view: view(opened(nameOf('dmz'), tcp(443))) }),
  },
  fails: {
    'a flow that the called cluster doesn’t take': () => ({
      subject,
      view: view(opened(nameOf('dmz'), tcp(8443))),
      where: `dc-north-shared-0/c00004-proc → ${nameOf('dmz')}`,
      got: '443/TCP of procedures-p01/land doesn’t pass',
    }),
    'a zone behind the front that another cluster may call': () => ({
      subject,
      view: view(opened(nameOf('dmz'), tcp(443)), opened(nameOf('database'), tcp(443))),
      where: `dc-north-shared-0/c00004-proc → ${nameOf('database')}`,
      got: '443/TCP may pass',
    }),
  },
  ignores: {
    'a cluster without tenants': () => ({ view: viewOf(), subject: 'cluster/dc-north-management' }),
  },
});
