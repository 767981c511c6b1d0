import type { HistoryData } from '../../../../../reports/history/history-data';
import type { ExpectedNumbers } from '../number-checks';
import { STATES, statesOf, VERDICTS, type Tables } from './tables';

type Agency = HistoryData['trends']['agencies'][number];

/** The most steps that a small line tells. */
const STEPS = 8;

/** What the pages of history show, by `history.json`: before and after are the last two points of the trends. */
export function ofHistory({ tenants, trends: { points, agencies } }: HistoryData): ExpectedNumbers {
  const [before, after] = points.slice(-2);
  const moved = agencies.filter(({ open }) => open.some((one) => one !== open[0]));
  const ways = [1, -1, 0].map((way) => moved.filter((one) => Math.sign(last(one) - first(one)) === way));
  const tables: Tables = {
    'counts-table': VERDICTS.flatMap((one) => [before?.counts[one] ?? NaN, after?.counts[one] ?? NaN]),
    'tenants-table': tenants.flatMap(({ id, added, gone }) =>
      agencies
        .filter((one) => one.id === id)
        .flatMap((one) => [one.open.at(-2) ?? NaN, last(one), added, gone, ...steps(one)]),
    ),
    'trend-table': points.flatMap(({ counts, agencies: reached, exceptions }) => [
      ...VERDICTS.map((one) => counts[one]),
      counts.fail + counts.unknown + counts.error,
      reached,
      exceptions,
    ]),
    'clause-trend-table': points.flatMap((one) => statesOf(one.clauseStates, STATES)),
    'moved-agencies-table': ways
      .flat()
      .flatMap((one) => [first(one), one.open.toSorted((a, b) => b - a)[0] ?? NaN, last(one), ...steps(one)]),
  };
  return (table) => tables[table];
}

const first = ({ open }: Agency): number => open[0] ?? NaN;
const last = ({ open }: Agency): number => open.at(-1) ?? NaN;

/** What the small line of an agency tells: each number once until it is another. */
function steps({ open }: Agency): readonly number[] {
  return open.filter((one, index) => index === 0 || one !== open[index - 1]).slice(-STEPS);
}
