import policy from '../../../policies/resilience/require-pue';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { withCenter } from './kit/bend-model';

const subject = 'site/dc-north';
const designed = (pueDesign: number) => ({ view: viewOf({ model: withCenter('dc-north', { pueDesign }) }), subject });

describePolicy('resilience/require-pue', policy, {
  passes: {
    'a green design': () => designed(1.2),
    'the limit itself': () => designed(1.4),
  },
  fails: {
    'a design above the limit': () => ({ ...designed(1.41), where: 'pueDesign', got: '1.41' }),
    'a figure that can’t be': () => ({ ...designed(0.9), where: 'pueDesign', got: '0.9' }),
  },
  ignores: {
    'a site that isn’t a data center': () => ({ view: viewOf(), subject: 'site/leased' }),
  },
});
