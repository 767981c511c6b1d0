import policy from '../../../policies/dossier/require-level-criteria';
import type { System } from '../../../model/tenancy/system';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';
import { dossierCase, systemCase } from './kit/dossier-case';

const quiet: Partial<System> = {
  level: 1,
  type: 'internal',
  levelBasis: ['d331-11'],
  dataClasses: ['public'],
  dataSubjects: { basic: 0, sensitive: 0 },
};

describePolicy('dossier/require-level-criteria', policy, {
  passes: {
    'a system at the level of its criteria': () => dossierCase({}),
    'a level-1 system with public information alone': () => systemCase((system) => ({ ...system, ...quiet })),
    'a level above its criteria': () => systemCase((system) => ({ ...system, ...quiet, level: 4 })),
    'one person less than the threshold': () =>
      systemCase((system) => ({
        ...system,
        ...quiet,
        type: 'citizen-service',
        dataSubjects: { basic: 99_999, sensitive: 9_999 },
      })),
  },
  fails: {
    'personal data at level 1': () => ({
      ...systemCase((system) => ({ ...system, ...quiet, dataClasses: ['public', 'personal'] })),
      where: 'level',
      got: '1, holds personal data',
    }),
    'a service of 100,000 persons at level 2': () => ({
      ...systemCase((system) => ({
        ...system,
        ...quiet,
        level: 2,
        type: 'citizen-service',
        dataSubjects: { basic: 100_000, sensitive: 0 },
      })),
      where: 'level',
      got: '2, serves 100000 persons',
    }),
    'infrastructure of a province at level 2': () => ({
      ...systemCase((system) => ({ ...system, ...quiet, level: 2, type: 'infrastructure' })),
      where: 'level',
      got: '2, serves a province',
    }),
    'a level below the criterion that it cites': () => ({
      ...systemCase((system) => ({ ...system, ...quiet, levelBasis: ['d331-11', 'd331-14.2'] })),
      where: 'level',
      got: '1, cites d331-14.2',
    }),
    'a level without a ground': () => ({
      ...systemCase((system) => ({ ...system, levelBasis: [] })),
      where: 'levelBasis',
      got: 'none',
    }),
  },
  ignores: {
    'a nation without systems': () => ({ view: viewOf({ model: { ...healthyModel(), systems: [] } }) }),
  },
});
