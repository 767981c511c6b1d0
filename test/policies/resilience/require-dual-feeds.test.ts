import policy from '../../../policies/resilience/require-dual-feeds';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { centerFact, withCenter } from './kit/bend-model';

const subject = 'site/dc-north';
const { feeds } = centerFact();

describePolicy('resilience/require-dual-feeds', policy, {
  passes: {
    'two substations': () => ({ view: viewOf(), subject }),
    'three lines of two substations': () => ({
      view: viewOf({
        model: withCenter('dc-north', { feeds: [...feeds, { id: 'feed-3', substation: 'Substation 1', mw: 5 }] }),
      }),
      subject,
    }),
  },
  fails: {
    'one line': () => ({
      view: viewOf({ model: withCenter('dc-north', { feeds: feeds.slice(0, 1) }) }),
      subject,
      where: 'feeds',
      got: '1 substations',
    }),
    'two lines of one substation': () => ({
      view: viewOf({
        model: withCenter('dc-north', { feeds: feeds.map((one) => ({ ...one, substation: 'Substation 1' })) }),
      }),
      subject,
      where: 'feeds',
      got: '1 substations',
    }),
  },
  ignores: {
    'a site that isn’t a data center': () => ({ view: viewOf(), subject: 'site/leased' }),
  },
});
