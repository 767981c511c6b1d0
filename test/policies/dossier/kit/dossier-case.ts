import type { Dossier } from '../../../../model/tenancy/dossier';
import type { System } from '../../../../model/tenancy/system';
import type { PolicyCase } from '../../../support/describe-policy';
import { healthyModel } from '../../../support/healthy-model';
import { viewOf } from '../../../support/view-of';

/** The system that the cases bend. */
export const subject = 'system/procedures-p01';

/** The healthy nation with one dossier bent. */
export function dossierCase(bend: Partial<Dossier>): PolicyCase {
  return systemCase((system) => ({ ...system, dossier: { ...system.dossier, ...bend } }));
}

/** The healthy nation with one system bent. */
export function systemCase(bend: (system: System) => System): PolicyCase {
  const model = healthyModel();
  const systems = model.systems.map((one) => (one.id === 'procedures-p01' ? bend(one) : one));
  return { view: viewOf({ model: { ...model, systems } }), subject };
}
