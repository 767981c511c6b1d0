import type { Language, Text } from '../../model/text';
import type { ReportFile } from '../define-format';
import { csvText } from '../text/csv-line';
import { messages, stateTexts } from '../text/messages';
import type { JudgementChanges } from './compare-judgements';
import { historyWords, wayTexts } from './history-words';
import { stateColumns, verdictColumns } from './trend-sections';
import { trendWords } from './trend-words';
import type { TrendPoint, Trends } from './trends';

type Row = readonly (string | number)[];

/** What changed and how it went as CSV (RFC 4180) in UTF-8, in one language: a row for each change, for each point, and for each agency at each point. */
export function* historyTables(changes: JudgementChanges, trends: Trends, language: Language): Generator<ReportFile> {
  const t = language;
  const file = (name: string, head: readonly Text[], rows: readonly Row[]): ReportFile => ({
    path: `${t}/${name}.csv`,
    content: `\uFEFF${csvText([head.map((one) => one[t]), ...rows])}`,
  });
  const { way, before, after, added, gone } = historyWords;
  const { citation, requirement, name, rule, controls, owner } = messages;
  yield file('changed-clauses', [controls, citation, requirement, way, before, after], clauseRows(changes, t));
  yield file('changed-agencies', [owner, name, way, before, after, added, gone], agencyRows(changes, t));
  yield file('changed-rules', [rule, way], ruleRows(changes, t));
  const point = [trendWords.bundle, trendWords.from, messages.date];
  const columns = [...verdictColumns, ...stateColumns];
  yield file(
    'trend',
    [...point, trendWords.deployed, ...columns.map((one) => one.name), messages.evaluationsDigest],
    trends.points.map((one) => [
      ...pointCells(one),
      one.bundle?.deployed ?? '',
      ...columns.map(({ of }) => of(one)),
      one.evaluationsDigest,
    ]),
  );
  yield file('trend-clauses', [controls, ...point, messages.state], clauseTrendRows(trends, t));
  yield file(
    'trend-agencies',
    [owner, name, ...point, trendWords.open, trendWords.excused],
    agencyTrendRows(trends, t),
  );
}

function clauseRows({ clauses }: JudgementChanges, t: Language): readonly Row[] {
  return clauses.map(({ id, citation, title, before, after, direction }) => [
    id,
    citation[t],
    title[t],
    wayTexts[direction].text[t],
    stateTexts[before][t],
    stateTexts[after][t],
  ]);
}

function agencyRows({ tenants }: JudgementChanges, t: Language): readonly Row[] {
  return tenants.map(({ id, officialName, before, after, added, gone, direction }) => [
    id,
    officialName[t],
    wayTexts[direction].text[t],
    before,
    after,
    added,
    gone,
  ]);
}

function ruleRows({ rules: { added, gone } }: JudgementChanges, t: Language): readonly Row[] {
  return [...added.map((id) => [id, historyWords.added[t]]), ...gone.map((id) => [id, historyWords.gone[t]])];
}

/** The number of the bundle, empty for today; the days. */
function pointCells({ bundle, from, judged }: TrendPoint): Row {
  return [bundle?.sequence ?? '', from, judged];
}

function clauseTrendRows({ clauses, points }: Trends, t: Language): readonly Row[] {
  return clauses.flatMap(({ id, states }) =>
    points.map((point, index) => [id, ...pointCells(point), stateTexts[states[index] ?? 'not-covered'][t]]),
  );
}

function agencyTrendRows({ agencies, points }: Trends, t: Language): readonly Row[] {
  return agencies.flatMap(({ id, officialName, open, excused }) =>
    points.map((point, index) => [id, officialName[t], ...pointCells(point), open[index] ?? 0, excused[index] ?? 0]),
  );
}
