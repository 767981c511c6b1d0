import type { Text } from '../../model/text';
import type { Cell, DocumentSection } from '../document/document';
import { drawSpark } from '../pictures/spark-line';
import { drawStepPanels, type StepSeries } from '../pictures/step-panels';
import { clauseStates, type ClauseState } from '../report';
import { messages, stateTexts, verdictCountTexts } from '../text/messages';
import { rankOf, STATE_RANKS } from './compare-judgements';
import { extentTexts, trendWords as words } from './trend-words';
import type { AgencyTrend, ClauseTrend, TrendPoint, Trends } from './trends';

/** A column of numbers of every point. */
interface TrendColumn {
  readonly name: Text;
  readonly of: (point: TrendPoint) => number;
}

/** The numbers of verdicts, findings, agencies and exceptions of a point, in the order in which they are shown. */
export const verdictColumns: readonly TrendColumn[] = [
  ...verdictCountTexts.map(([verdict, name]) => ({ name, of: ({ counts }: TrendPoint) => counts[verdict] })),
  { name: words.open, of: ({ open }) => open },
  { name: words.agencies, of: ({ agencies }) => agencies },
  { name: words.exceptions, of: ({ exceptions }) => exceptions },
];

/** The numbers of clauses of a point in each state. */
export const stateColumns: readonly TrendColumn[] = clauseStates.map((state) => ({
  name: stateTexts[state],
  of: (point) => point.clauseStates[state],
}));

/** How evaluations and clauses went: a panel for each number that ever was another than zero, and a table with all. */
export function trendSections(trends: Trends): readonly DocumentSection[] {
  const { points, bundles, shown, isWhole } = trends;
  const first = points[0]?.bundle?.sequence ?? 1;
  const goesBack = points.some(({ from, judged, bundle }) => (bundle?.deployed ?? judged) < from);
  const notes = [
    ...extentTexts({ bundles, shown, isWhole, first }),
    words.reading,
    ...(goesBack ? [words.backInTime] : []),
  ];
  return [
    trendSection({ id: 'trend', title: words.verdicts, notes, columns: verdictColumns }, points),
    trendSection({ id: 'clause-trend', title: words.clauses, notes: [], columns: stateColumns }, points),
  ];
}

interface TrendPart extends Pick<DocumentSection, 'id' | 'title' | 'notes'> {
  readonly columns: readonly TrendColumn[];
}

function trendSection({ id, title, notes, columns }: TrendPart, points: readonly TrendPoint[]): DocumentSection {
  const days = points.map(({ from }) => from);
  const series = columns
    .map(({ name, of }): StepSeries => ({ name, values: points.map(of) }))
    .filter(({ values }) => values.some((value) => value > 0));
  const rows = points.map((point): readonly Cell[] => [
    point.bundle === undefined ? words.today : `${point.bundle.sequence}`,
    { day: point.from },
    { day: point.judged },
    ...columns.map(({ of }) => of(point)),
  ]);
  const heads = [words.bundle, words.from, messages.date, ...columns.map(({ name }) => name)];
  const describe = words.numbersBelow;
  const pictures = [
    { id: `${id}-picture`, name: title, describe, draw: (speak: Speak) => drawStepPanels({ days, series }, speak) },
  ];
  return {
    id,
    title,
    notes,
    pictures: series.length === 0 ? [] : pictures,
    tables: [{ id: `${id}-table`, caption: title, columns: heads, rows }],
  };
}

type Speak = (text: Text) => Text;

/** The small line of an agency: what was open, from zero. */
export function agencySpark(points: readonly TrendPoint[], { open }: Pick<AgencyTrend, 'open'>): Cell {
  const text = stepsText(open.map(String));
  const drawing = drawSpark(daysOf(points), open, Math.max(...open));
  return { drawing, shows: { vi: text, en: text } };
}

/** The small line of a clause: how far it was met. */
export function clauseSpark(points: readonly TrendPoint[], { states }: Pick<ClauseTrend, 'states'>): Cell {
  const tell = (language: keyof Text): string =>
    stepsText(states.map((state: ClauseState) => stateTexts[state][language]));
  const drawing = drawSpark(daysOf(points), states.map(rankOf), STATE_RANKS - 1);
  return { drawing, shows: { vi: tell('vi'), en: tell('en') } };
}

function daysOf(points: readonly TrendPoint[]): readonly string[] {
  return points.map(({ from }) => from);
}

/** The most steps that are told in words. */
const STEPS_MAX = 8;

/** What something came to, one after another, each said once until it is another. */
function stepsText(told: readonly string[]): string {
  const steps = told.filter((one, index) => one !== told[index - 1]);
  const last = steps.slice(-STEPS_MAX);
  return [...(last.length < steps.length ? ['…'] : []), ...last].join(' → ');
}
