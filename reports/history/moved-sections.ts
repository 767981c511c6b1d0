import { controls } from '../../model/controls/control';
import type { Cell, DocumentSection } from '../document/document';
import { citationTexts } from '../report-law';
import { messages, stateTexts } from '../text/messages';
import { directionOf, directions, rankOf, type Direction } from './compare-judgements';
import { historyWords, wayCell } from './history-words';
import { agencySpark, clauseSpark } from './trend-sections';
import { trendWords } from './trend-words';
import type { AgencyTrend, ClauseTrend, Trends } from './trends';

/**
 * The clauses and agencies that were not always as they are: from the first bundle that is shown to today, what got worse
 * first. With one bundle alone they would say what the comparison says, so there are none.
 */
export function movedSections(trends: Trends): readonly DocumentSection[] {
  return trends.points.length < 3 ? [] : [clausesSection(trends), agenciesSection(trends)];
}

function clausesSection({ points, clauses }: Trends): DocumentSection {
  const known = new Map<string, (typeof controls)[number]>(controls.map((one) => [one.id, one]));
  const moved = worseFirst(
    clauses.filter(({ states }) => new Set(states).size > 1).map((one) => ({ ...one, direction: clauseWay(one) })),
  );
  const rows = moved.flatMap((one): readonly (readonly Cell[])[] => {
    const control = known.get(one.id);
    const [first, last] = [one.states[0], one.states.at(-1)];
    if (control === undefined || first === undefined || last === undefined) return [];
    const citation = { cells: [citationTexts(control), { code: one.id }] };
    return [
      [citation, control.title, wayCell(one.direction), stateTexts[first], stateTexts[last], clauseSpark(points, one)],
    ];
  });
  const { way, after } = historyWords;
  const columns = [messages.citation, messages.requirement, way, trendWords.first, after, trendWords.trend];
  return {
    id: 'moved-clauses',
    title: trendWords.movedClauses,
    notes: [rows.length === 0 ? historyWords.nothing : trendWords.clauseSteps],
    tables: rows.length === 0 ? [] : [{ id: 'moved-clauses-table', caption: trendWords.movedClauses, columns, rows }],
  };
}

function agenciesSection({ points, agencies }: Trends): DocumentSection {
  const moved = worseFirst(
    agencies.filter(({ open }) => new Set(open).size > 1).map((one) => ({ ...one, direction: agencyWay(one) })),
  );
  const rows = moved.map((one): readonly Cell[] => [
    one.id === '' ? one.officialName : { cells: [one.officialName, { code: one.id }] },
    wayCell(one.direction),
    one.open[0] ?? 0,
    Math.max(...one.open),
    one.open.at(-1) ?? 0,
    agencySpark(points, one),
  ]);
  const columns = [
    messages.name,
    historyWords.way,
    trendWords.first,
    trendWords.most,
    historyWords.after,
    trendWords.trend,
  ];
  return {
    id: 'moved-agencies',
    title: trendWords.movedAgencies,
    notes: [rows.length === 0 ? historyWords.nothing : trendWords.agencySteps],
    tables: rows.length === 0 ? [] : [{ id: 'moved-agencies-table', caption: trendWords.movedAgencies, columns, rows }],
  };
}

function clauseWay({ states }: ClauseTrend): Direction {
  const ranks = states.map(rankOf);
  return directionOf(ranks[0], ranks.at(-1));
}

function agencyWay({ open }: AgencyTrend): Direction {
  // Fewer findings are better, so the ranks are below zero.
  return directionOf(-(open[0] ?? 0), -(open.at(-1) ?? 0));
}

function worseFirst<T extends { readonly direction: Direction }>(moved: readonly T[]): readonly T[] {
  return directions.flatMap((way) => moved.filter(({ direction }) => direction === way));
}
