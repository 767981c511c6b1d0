import type { DerivableInput } from '../build/add-stand-ins';
import type { Report } from '../build/build-input';
import { canJudge } from '../facts/unsound-facts';
import type { Model } from '../model';
import { checkCapacity } from './derived/check-capacity';
import { checkCopies } from './derived/check-copies';
import { checkFlows } from './derived/check-flows';
import { checkLimits } from './derived/check-limits';
import { checkNames } from './derived/check-names';
import { checkSharedClusters } from './derived/check-shared-clusters';

/** Every check that needs what was derived: names, flows, copies, capacity with and without each site, limits. */
export function checkModel(model: Model, derived: DerivableInput, report: Report): void {
  checkNames(model, derived, report);
  checkFlows(model, derived, report);
  checkCopies(model, derived, report);
  if (!canJudge(derived.input, 'capacity')) return;
  checkSharedClusters(model, report);
  checkCapacity(model, report);
  checkLimits(model, report);
}
