import policy from '../../../policies/residency/disallow-state-secrets';
import type { System } from '../../../model/tenancy/system';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { withSystem } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

const given = (id: string, bend: Partial<System> = {}): PolicyCase => ({
  subject: `system/${id}`,
  view: viewOf({ model: withSystem(id, bend) }),
});

describePolicy('residency/disallow-state-secrets', policy, {
  passes: {
    'a system without secrets': () => given('procedures-p01'),
    'secrets on clusters of their own': () => given('land-database', { dataClasses: ['secret'] }),
  },
  fails: {
    'secrets on the general cloud': () => ({
      ...given('procedures-p01', { dataClasses: ['public', 'secret'] }),
      where: 'isolation',
      got: 'logical, with secret data',
    }),
    'one secret data set': () => ({
      ...given('procedures-p01', {
        dataSets: [
          { name: 'x', engine: 'postgresql', zone: 'database', class: 'top-secret', sizeGiB: 1, instances: 1 },
        ],
      }),
      where: 'isolation',
      got: 'logical, with top-secret data',
    }),
    'isolation that is declared alone': () => ({
      ...given('procedures-p01', { dataClasses: ['secret'], isolation: 'physical' }),
      where: 'placements',
      got: 'dc-north-shared-0, with secret data',
    }),
  },
  ignores: { 'a system that nobody declares': () => ({ view: viewOf(), subject: 'system/other' }) },
});
