import type { BuildInput, Report } from '../build/build-input';
import { checkBackups } from './check-backups';
import { checkDivisions } from './check-divisions';
import { checkDossiers } from './check-dossiers';
import { checkExceptions } from './check-exceptions';
import { checkLevels } from './check-levels';
import { checkNetwork } from './check-network';
import { checkOwners } from './check-owners';
import { checkRemovals } from './check-removals';
import { checkSites } from './check-sites';
import { checkZones } from './check-zones';

/** Every check that needs only the facts as written; each reports all that it finds. */
export function checkFacts(input: BuildInput, report: Report): void {
  checkDivisions(input, report);
  checkSites(input, report);
  checkNetwork(input, report);
  checkOwners(input, report);
  checkLevels(input, report);
  checkZones(input, report);
  checkBackups(input, report);
  checkDossiers(input, report);
  checkExceptions(input, report);
  checkRemovals(input, report);
}
