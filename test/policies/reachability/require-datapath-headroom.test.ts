import policy from '../../../policies/reachability/require-datapath-headroom';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { closedPlugin, conversation } from './kit/conversation';

const subject = 'cluster/dc-north-shared-0';

/** The settings of the plugin with policy maps of a size. */
const withMaps = (entries: number) =>
  viewOf({
    resources: conversation().map((one) =>
      one === closedPlugin
        ? { ...closedPlugin, data: { 'enable-policy': 'always', 'bpf-policy-map-max': String(entries) } }
        : one,
    ),
  });

describePolicy('reachability/require-datapath-headroom', policy, {
  passes: {
    'maps as large as they are where nobody sets another size': () => ({
      subject,
      view: viewOf({ resources: conversation() }),
    }),
    'maps of which less than 80 % are used': () => ({ subject, view: withMaps(96) }),
  },
  fails: {
    'maps of which more than 80 % are used': () => ({
      subject,
      view: withMaps(64),
      where: 'policy map of platform-monitoring/*[any]',
      got: '61 of 64',
    }),
  },
  ignores: { 'what no cluster is': () => ({ view: viewOf(), subject: 'cluster/elsewhere' }) },
});
