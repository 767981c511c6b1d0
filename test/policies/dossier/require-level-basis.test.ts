import policy from '../../../policies/dossier/require-level-basis';
import type { System } from '../../../model/tenancy/system';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { withSystem } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

const given = (bend: Partial<System> = {}): PolicyCase => ({
  subject: 'system/procedures-p01',
  view: viewOf({ model: withSystem('procedures-p01', bend) }),
});

describePolicy('dossier/require-level-basis', policy, {
  passes: {
    'a criterion of the level': () => given(),
    'a lower criterion beside it': () => given({ levelBasis: ['d331-12', 'd331-13'] }),
  },
  fails: {
    'a criterion of a lower level': () => ({
      ...given({ levelBasis: ['d331-12'] }),
      where: 'levelBasis',
      got: 'd331-12',
    }),
    'a level that was raised without ground': () => ({
      ...given({ level: 4 }),
      where: 'levelBasis',
      got: 'd331-13.2b',
    }),
    'a clause that is no criterion': () => ({
      ...given({ levelBasis: ['d331-13.2b', 'd331-30.8'] }),
      where: 'levelBasis',
      got: 'd331-30.8',
    }),
    'no ground': () => ({ ...given({ levelBasis: [] }), where: 'levelBasis', got: 'none' }),
  },
  ignores: { 'a system that nobody declares': () => ({ view: viewOf(), subject: 'system/other' }) },
});
