import policy from '../../../policies/residency/require-national-databases';
import type { System } from '../../../model/tenancy/system';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { withSystem } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

const subject = 'system/land-database';
const given = (bend: Partial<System> = {}): PolicyCase => ({
  subject,
  view: viewOf({ model: withSystem('land-database', { programme: ['databases'], ...bend }) }),
});

describePolicy('residency/require-national-databases', policy, {
  passes: { 'a database at home and at its standby': () => given() },
  fails: {
    'a place that nobody knows': () => ({
      ...given({ placements: [{ role: 'home', site: 'abroad', cluster: 'dc-north-land' }] }),
      where: 'placements',
      got: 'abroad: unknown',
    }),
    'a cluster of another site': () => ({
      ...given({ placements: [{ role: 'home', site: 'dc-south', cluster: 'dc-north-land' }] }),
      where: 'placements',
      got: 'dc-north-land isn’t at dc-south',
    }),
  },
  ignores: { 'a system that is no national database': () => ({ view: viewOf(), subject }) },
});
