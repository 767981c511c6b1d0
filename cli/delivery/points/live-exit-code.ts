import type { LiveReport } from '../../../reports/points/live-report';
import { exitCodes, type ExitCode } from '../../command';

/**
 * Findings when something departs, or a rule that blocks fails where the assembly runs or can't be told there; trouble
 * outside when all that is open is a cluster that gave no answer.
 */
export function liveExitCode({ departed, rules, unreached }: LiveReport): ExitCode {
  const states = rules
    .filter(({ force }) => force === 'block')
    .flatMap(({ plan, admission, live }) => [plan.state, admission.state, live.state]);
  if (departed.length > 0 || states.includes('fails')) return exitCodes.findings;
  if (unreached.length > 0) return exitCodes.outsideFailed;
  return states.includes('unknown') ? exitCodes.findings : exitCodes.clean;
}
