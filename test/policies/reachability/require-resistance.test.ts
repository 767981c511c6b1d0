import { guardrailNeeds } from '../../../policies/network/guardrail/guardrail-needs';
import policy from '../../../policies/reachability/require-resistance';
import { platformServices } from '../../../model/segmentation/flow';
import { platformNamespaceName } from '../../../model/naming';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { conversation } from './kit/conversation';

const CLUSTER = 'dc-north-shared-0';
const subject = `cluster/${CLUSTER}`;
const NAMESPACE = 'k8s:io.kubernetes.pod.namespace';
const TENANT = 'k8s:io.cilium.k8s.namespace.labels.ndc.gov.vn/tenant';

/** The boundary of tenants: who may enter of the platform, and what they may not reach. */
function boundary(bend: { readonly without?: string; readonly alsoFrom?: readonly string[] } = {}): JsonObject {
  const { model } = viewOf();
  const cluster = model.clusters.find(({ id }) => id === CLUSTER);
  if (cluster === undefined) throw new Error(`no cluster ${CLUSTER}`);
  const blocks = guardrailNeeds(model, cluster).blocks.filter((one) => one !== bend.without);
  const known = [...platformServices.map(platformNamespaceName), ...(bend.alsoFrom ?? [])];
  return {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumClusterwideNetworkPolicy',
    metadata: { name: 'tenant-boundary' },
    spec: {
      endpointSelector: { matchExpressions: [{ key: TENANT, operator: 'Exists' }] },
      enableDefaultDeny: { ingress: false, egress: false },
      egressDeny: [{ toCIDR: blocks }],
      ingressDeny: [
        {
          fromEndpoints: [
            {
              matchExpressions: [
                { key: NAMESPACE, operator: 'Exists' },
                { key: NAMESPACE, operator: 'NotIn', values: known },
                { key: TENANT, operator: 'DoesNotExist' },
              ],
            },
          ],
        },
      ],
    },
  };
}

const view = (bound: JsonObject) => viewOf({ resources: [...conversation(), ...otherNamespaces, bound] });

/** The namespaces of tenants that take no part in the conversation carry their labels too, so that the boundary finds them. */
const otherNamespaces = viewOf()
  .model.namespaces.filter(({ cluster, name }) => cluster === CLUSTER && !name.startsWith('p01-proc-'))
  .map(({ name, tenant }) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { 'ndc.gov.vn/tenant': tenant } },
  }));

describePolicy('reachability/require-resistance', policy, {
  passes: {
    'a boundary that policies of namespaces can’t open': () => ({ subject, view: view(boundary()) }),
  },
  fails: {
    'no policy of the whole cluster': () => ({
      subject,
      view: viewOf({ resources: conversation() }),
      where: 'platform-cert-manager/*[any] → c00004-proc/*[any]',
      got: '1/TCP could be opened',
    }),
    'a management network that the boundary leaves out': () => ({
      subject,
      view: view(boundary({ without: '169.254.169.254/32' })),
      where: 'c00004-proc/*[any] → 169.254.169.254/32',
      got: '1/TCP could be opened',
    }),
    'a namespace of the platform that nobody named': () => ({
      subject,
      view: view(boundary({ alsoFrom: ['platform-cert-manager'] })),
      where: 'platform-cert-manager/*[any] → c00004-proc/*[any]',
      got: '1/TCP could be opened',
    }),
  },
  ignores: {
    'a cluster without tenants': () => ({ view: viewOf(), subject: 'cluster/dc-north-management' }),
  },
});
