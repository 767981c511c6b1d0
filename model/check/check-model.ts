import type { BuildInput, Report } from '../build/build-input';
import type { Model } from '../model';
import { checkCapacity } from './derived/check-capacity';
import { checkCopies } from './derived/check-copies';
import { checkFlows } from './derived/check-flows';
import { checkLimits } from './derived/check-limits';
import { checkNames } from './derived/check-names';
import { checkSharedClusters } from './derived/check-shared-clusters';

/** Every check that needs what was derived: names, flows, copies, capacity with and without each site, limits. */
export function checkModel(model: Model, input: BuildInput, report: Report): void {
  checkNames(model, input, report);
  checkFlows(model, report);
  checkCopies(model, report);
  checkSharedClusters(model, report);
  checkCapacity(model, report);
  checkLimits(model, report);
}
