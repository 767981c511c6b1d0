import policy from '../../../policies/reachability/disallow-undeclared-paths';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { namespaceObject, tcp, zonePeer } from '../network/kit/objects';
import { closedPlugin, conversation, egressOf, openTo } from './kit/conversation';

const subject = 'namespace/dc-north-shared-0/p01-proc-server';
const everybody = { namespaceSelector: {} };

describePolicy('reachability/disallow-undeclared-paths', policy, {
  passes: {
    'the paths of declared flows': () => ({ subject, view: viewOf({ resources: conversation() }) }),
    'nothing at all, where the plugin lets nothing pass without a policy': () => ({
      subject,
      view: viewOf({ resources: [closedPlugin] }),
    }),
    'an opening at one end alone, which the other end keeps closed': () => ({
      subject,
      view: viewOf({ resources: [...conversation(), openTo('p01-proc-server', zonePeer('database'), tcp(22))] }),
    }),
  },
  fails: {
    'a namespace that no policy governs': () => ({
      subject,
      view: viewOf({ resources: [namespaceObject('p01-proc-server')] }),
      where: 'c00004-proc/*[any] → p01-proc-server/*[any]',
      got: '1/TCP may pass (and at least 98 more): egress: no policy says anything, so it is open; ingress: no policy says anything, so it is open',
    }),
    'two openings that make a path together': () => ({
      subject,
      view: viewOf({
        resources: [
          ...conversation(),
          openTo('p01-proc-server', zonePeer('database'), tcp(22)),
          egressOf('p01-proc-database', [{ to: [everybody], ports: [tcp(22)] }]),
        ],
      }),
      where: 'p01-proc-database/*[any] → p01-proc-server/*[any]',
      got: '22/TCP may pass: egress: NetworkPolicy p01-proc-database/flows-egress: spec.egress[0] accepts it; ingress: NetworkPolicy p01-proc-server/more: spec.ingress[0] accepts it',
    }),
    'a path for pods with labels that somebody may give them': () => ({
      subject,
      view: viewOf({
        resources: [
          ...conversation(),
          openTo(
            'p01-proc-server',
            { ...zonePeer('database'), podSelector: { matchLabels: { app: 'copy' } } },
            tcp(22),
          ),
          egressOf('p01-proc-database', [{ to: [everybody], ports: [tcp(22)] }]),
        ],
      }),
      where: 'p01-proc-database/*[any] → p01-proc-server/*[any]',
      got: '22/TCP may pass: egress: NetworkPolicy p01-proc-database/flows-egress: spec.egress[0] accepts it; ingress: NetworkPolicy p01-proc-server/more: nobody can tell whether this rule is about the flow',
    }),
  },
  ignores: {
    'namespaces that no cluster has': () => ({ view: viewOf(), subject: 'namespace/dc-north-shared-0/elsewhere' }),
  },
});
