import type { LiveReport, PointResult, RulePoints } from '../../../../../reports/points/live-report';
import { VERDICTS } from './tables';

const CAUSES = ['unreached', 'untold', 'missing', 'awaits', 'refused', 'no-definition', 'pulled', 'elsewhere'] as const;
const ANSWERS = ['refused', 'refusedByOther', 'untried', 'letIn'] as const;

/** What was compared, what is equal, what departs; nothing where no cluster was asked. */
export function liveTiles(live: LiveReport | undefined): readonly number[] {
  return live === undefined ? [] : [live.compared, live.compared - live.departed.length, live.departed.length];
}

/** The rows of rules: those that pass as written alone first, then what can't be told, the others by their worst point. */
export function pointNumbers(live: LiveReport | undefined): readonly number[] {
  const rules = live?.rules ?? [];
  const isFirst = ({ synth }: RulePoints): boolean => synth.state !== 'fails' && synth.state !== 'unknown';
  const worstOf = ({ plan, admission, live: there }: RulePoints): string =>
    ['fails', 'unknown'].find((state) => [plan, admission, there].some((one) => one.state === state)) ?? 'well';
  return ['fails', 'unknown', 'well'].flatMap((worst) => {
    const own = rules.filter((one) => worstOf(one) === worst);
    return [...own.filter(isFirst), ...own.filter((one) => !isFirst(one))].flatMap(rulePointNumbers);
  });
}

/** What stands of one rule at its four points: verdicts, what was not seen, and what servers answered to examples. */
export function rulePointNumbers({ synth, plan, admission, live }: RulePoints): readonly number[] {
  const answers = ANSWERS.map((key) =>
    admission.standings.reduce((sum, { examples }) => sum + (examples === undefined ? 0 : examples[key]), 0),
  );
  const [before, after] = [[synth, plan, admission].flatMap(countsOf), countsOf(live)];
  return [...before, ...answers.filter((count) => count > 0), ...after];
}

function countsOf({ counts, unseen }: PointResult): readonly number[] {
  const causes = CAUSES.flatMap((cause) => unseen.filter((one) => one.cause === cause).map(({ count }) => count));
  return [...VERDICTS.map((verdict) => counts[verdict]).filter((count) => count > 0), ...causes];
}
