import policy from '../../../policies/reachability/require-open-paths';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { conversation, closedPlugin, denyFrom } from './kit/conversation';

const subject = 'namespace/dc-north-shared-0/p01-proc-server';

describePolicy('reachability/require-open-paths', policy, {
  passes: {
    'paths that policies open at both ends': () => ({ subject, view: viewOf({ resources: conversation() }) }),
  },
  fails: {
    'a namespace without policies, where the plugin lets nothing pass without one': () => ({
      subject,
      view: viewOf({ resources: [closedPlugin] }),
      where: 'p01-proc-dmz/*[any] → p01-proc-server/*[any]',
      got: '8443/TCP of flow/procedures-p01/dmz-to-server may not pass (and 6 more): egress: no policy lets it pass, and the network plugin lets nothing pass without one; ingress: no policy lets it pass, and the network plugin lets nothing pass without one',
    }),
    'a denial elsewhere that beats what both ends accept': () => ({
      subject,
      view: viewOf({
        resources: [
          ...conversation(),
          denyFrom('p01-proc-server', { 'k8s:io.cilium.k8s.namespace.labels.ndc.gov.vn/zone': 'dmz' }),
        ],
      }),
      where: 'p01-proc-dmz/*[any] → p01-proc-server/*[any]',
      got: '8443/TCP of flow/procedures-p01/dmz-to-server may not pass: egress: NetworkPolicy p01-proc-dmz/flows-egress: spec.egress[0] accepts it; ingress: CiliumNetworkPolicy p01-proc-server/deny: spec.ingressDeny[0] denies it',
    }),
    'a denial for labels that some pods may have': () => ({
      subject,
      view: viewOf({
        resources: [
          ...conversation(),
          denyFrom('p01-proc-server', {
            'k8s:io.cilium.k8s.namespace.labels.ndc.gov.vn/zone': 'dmz',
            'k8s:app': 'old',
          }),
        ],
      }),
      where: 'p01-proc-dmz/*[any] → p01-proc-server/*[any]',
      got: '8443/TCP of flow/procedures-p01/dmz-to-server may not pass: egress: NetworkPolicy p01-proc-dmz/flows-egress: spec.egress[0] accepts it; ingress: CiliumNetworkPolicy p01-proc-server/deny: nobody can tell whether this rule is about the flow',
    }),
  },
  ignores: {
    'namespaces that no cluster has': () => ({ view: viewOf(), subject: 'namespace/dc-north-shared-0/elsewhere' }),
  },
});
