import policy from '../../../policies/reachability/require-understood-objects';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { tcp } from '../network/kit/objects';
import { conversation, openTo } from './kit/conversation';

const subject = 'cluster/dc-north-shared-0';

describePolicy('reachability/require-understood-objects', policy, {
  passes: {
    'objects that a server takes': () => ({ subject, view: viewOf({ resources: conversation() }) }),
  },
  fails: {
    'a peer that names nobody': () => ({
      subject,
      verdict: 'unknown',
      view: viewOf({ resources: [...conversation(), openTo('p01-proc-server', {}, tcp(22))] }),
      where: 'kubernetes/dc-north-shared-0/test.yaml: NetworkPolicy/p01-proc-server/more: spec.ingress[0].from[0]',
      got: '{}',
    }),
    'two policies of one name that say different things': () => ({
      subject,
      verdict: 'unknown',
      view: viewOf({
        resources: [
          ...conversation(),
          openTo('p01-proc-server', { podSelector: {} }, tcp(22)),
          openTo('p01-proc-server', { podSelector: {} }, tcp(23)),
        ],
      }),
      where: 'kubernetes/dc-north-shared-0/test.yaml: NetworkPolicy/p01-proc-server/more: metadata.name',
      got: 'the same in kubernetes/dc-north-shared-0/test.yaml: NetworkPolicy/p01-proc-server/more',
    }),
  },
  ignores: { 'what no cluster is': () => ({ view: viewOf(), subject: 'cluster/elsewhere' }) },
});
