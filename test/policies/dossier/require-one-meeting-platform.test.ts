import policy from '../../../policies/dossier/require-one-meeting-platform';
import type { System } from '../../../model/tenancy/system';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

function given(...ids: readonly string[]): PolicyCase {
  const model = healthyModel();
  const systems = model.systems.map((one): System =>
    ids.includes(one.id) ? { ...one, programme: ['online-meeting'] } : one,
  );
  return { view: viewOf({ model: { ...model, systems } }) };
}

describePolicy('dossier/require-one-meeting-platform', policy, {
  passes: { 'one platform with its standby': () => given('land-database') },
  fails: {
    'no platform': () => ({ ...given(), where: 'systems', got: 'none' }),
    'two platforms': () => ({
      ...given('land-database', 'procedures-p01'),
      where: 'systems',
      got: 'land-database, procedures-p01',
    }),
    'a platform at one site': () => ({
      ...given('procedures-p01'),
      where: 'procedures-p01: placements',
      got: 'dc-north',
    }),
  },
  ignores: { 'a single system': () => ({ ...given('land-database'), subject: 'system/land-database' }) },
});
