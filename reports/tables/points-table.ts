import { points, type Point } from '../../policies/engine/points/points';
import type { AdmissionResult, PointResult } from '../points/live-report';
import { examplesOf } from '../points/point-sums';
import { pointStateTexts, pointWords } from '../points/point-words';
import { messages, verdictCountTexts } from '../text/messages';
import { rowId } from '../text/row-id';
import { pointTexts } from '../trace/text/trace-words';
import { column, type Table } from './table';

const exampleKeys = ['refused', 'refusedByOther', 'untried', 'letIn'] as const;

/** What one point says of one rule. */
interface PointRow {
  readonly rule: string;
  readonly point: Point;
  readonly result: PointResult | AdmissionResult;
}

/** What each point says of each rule; without a row where no cluster was asked. */
export const pointsTable: Table<PointRow> = {
  name: 'points',
  rows: ({ live }) =>
    (live?.rules ?? []).flatMap((rule) => points.map((point) => ({ rule: rule.rule, point, result: rule[point] }))),
  columns: [
    column(messages.rule, ({ rule }) => rule),
    column(pointWords.point, ({ point }, language) => pointTexts[point][language]),
    column(messages.state, ({ result }, language) => pointStateTexts[result.state][language]),
    ...verdictCountTexts.map(([verdict, text]) => column<PointRow>(text, ({ result }) => result.counts[verdict])),
    column(pointWords.unseen, ({ result }) => result.unseen.reduce((sum, { count }) => sum + count, 0)),
    ...exampleKeys.map((key) =>
      column<PointRow>(pointWords[key], ({ result }) => ('standings' in result ? examplesOf(result)[key] : '')),
    ),
    column(pointWords.asked, ({ result }) => result.clusters.map(rowId).join(' ')),
    column(pointWords.why, ({ result }, language) => result.why?.[language] ?? ''),
  ],
};
