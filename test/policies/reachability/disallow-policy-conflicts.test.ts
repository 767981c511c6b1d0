import policy from '../../../policies/reachability/disallow-policy-conflicts';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { namespaceObject } from '../network/kit/objects';

const subject = 'cluster/dc-north-shared-0';

/** A policy of administrators on every namespace, about what comes from every namespace. */
const admin = (name: string, action: 'Accept' | 'Deny', priority: number): JsonObject => ({
  apiVersion: 'policy.networking.k8s.io/v1alpha2',
  kind: 'ClusterNetworkPolicy',
  metadata: { name },
  spec: {
    tier: 'Admin',
    priority,
    subject: { namespaces: {} },
    ingress: [{ action, from: [{ namespaces: {} }], protocols: [{ tcp: { destinationPort: { number: 443 } } }] }],
  },
});
const view = (...policies: readonly JsonObject[]) =>
  viewOf({ resources: [namespaceObject('p01-proc-dmz'), namespaceObject('p01-proc-server'), ...policies] });

describePolicy('reachability/disallow-policy-conflicts', policy, {
  passes: {
    'policies of different priorities': () => ({ subject, view: view(admin('a', 'Accept', 1), admin('b', 'Deny', 2)) }),
    'policies of one priority that say the same': () => ({
      subject,
      view: view(admin('a', 'Deny', 1), admin('b', 'Deny', 1)),
    }),
  },
  fails: {
    'one priority and two answers': () => ({
      subject,
      view: view(admin('a', 'Accept', 1), admin('b', 'Deny', 1)),
      where: 'a: spec.ingress[0] (accept) and b: spec.ingress[0] (deny)',
      got: 'both match c00004-proc/*[any] → c00004-proc/*[any] 443/TCP',
    }),
  },
  ignores: { 'what no cluster is': () => ({ view: viewOf(), subject: 'cluster/elsewhere' }) },
});
