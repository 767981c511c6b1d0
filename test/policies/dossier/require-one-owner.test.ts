import policy from '../../../policies/dossier/require-one-owner';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';
import { dossierCase, systemCase } from './kit/dossier-case';

describePolicy('dossier/require-one-owner', policy, {
  passes: {
    'a system with its owner, operator and security unit': () => dossierCase({}),
    'an operator who isn’t the owner': () => systemCase((system) => ({ ...system, operator: 'national-owner' })),
  },
  fails: {
    'an owner whom nobody declares': () => ({
      ...systemCase((system) => ({ ...system, owner: 'p99' })),
      where: 'owner',
      got: 'p99',
    }),
    'an operator whom nobody declares': () => ({
      ...systemCase((system) => ({ ...system, operator: '' })),
      where: 'operator',
      got: '',
    }),
    'a security unit whom nobody declares': () => ({
      ...systemCase((system) => ({ ...system, securityUnit: 'unit' })),
      where: 'securityUnit',
      got: 'unit',
    }),
    'a system that two owners declare': () => {
      const model = healthyModel();
      const twice = model.systems.flatMap((one) =>
        one.id === 'procedures-p01' ? [one, { ...one, owner: 'c00004' }] : [],
      );
      return {
        view: viewOf({ model: { ...model, systems: twice } }),
        subject: 'system/procedures-p01',
        where: 'id',
        got: 'procedures-p01 declared twice',
      };
    },
  },
  ignores: {
    'a nation without systems': () => ({ view: viewOf({ model: { ...healthyModel(), systems: [] } }) }),
  },
});
