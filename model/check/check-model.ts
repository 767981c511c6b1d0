import type { BuildInput, Report } from '../build/build-input';
import type { Model } from '../model';
import { checkCapacity } from './derived/check-capacity';
import { checkFlows } from './derived/check-flows';
import { checkLimits } from './derived/check-limits';
import { checkNames } from './derived/check-names';

/** Every check that needs what was derived: names, flows, capacity with and without each site, limits. */
export function checkModel(model: Model, input: BuildInput, report: Report): void {
  checkNames(model, input, report);
  checkFlows(model, report);
  checkCapacity(model, report);
  checkLimits(model, report);
}
