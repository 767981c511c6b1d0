import type { BuildInput, Report } from '../build/build-input';
import { checkApprovals } from './facts/check-approvals';
import { checkBackups } from './facts/check-backups';
import { checkBrokers } from './facts/check-brokers';
import { checkDivisions } from './facts/check-divisions';
import { checkDossiers } from './facts/check-dossiers';
import { checkExceptions } from './facts/check-exceptions';
import { checkLevels } from './facts/check-levels';
import { checkNetwork } from './facts/check-network';
import { checkOwners } from './facts/check-owners';
import { checkPeriods } from './facts/check-periods';
import { checkRemovals } from './facts/check-removals';
import { checkSites } from './facts/check-sites';
import { checkZones } from './facts/check-zones';

/** Every check that needs only the facts as written; each reports all that it finds. */
export function checkFacts(input: BuildInput, report: Report): void {
  checkDivisions(input, report);
  checkSites(input, report);
  checkNetwork(input, report);
  checkOwners(input, report);
  checkLevels(input, report);
  checkZones(input, report);
  checkBrokers(input, report);
  checkBackups(input, report);
  checkDossiers(input, report);
  checkExceptions(input, report);
  checkRemovals(input, report);
  checkApprovals(input, report);
  checkPeriods(input, report);
}
