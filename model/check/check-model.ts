import type { BuildInput, Report } from '../build/build-input';
import type { Model } from '../model';
import { checkCapacity } from './check-capacity';
import { checkFlows } from './check-flows';
import { checkLimits } from './check-limits';
import { checkNames } from './check-names';

/** Every check that needs what was derived: names, flows, capacity with and without each site, limits. */
export function checkModel(model: Model, input: BuildInput, report: Report): void {
  checkNames(model, input, report);
  checkFlows(model, report);
  checkCapacity(model, report);
  checkLimits(model, report);
}
