import type { Text } from '../../model/text';
import type { Cell, Document, DocumentSection, DocumentTable } from '../document/document';
import type { Report } from '../report';
import { messages, stateTexts, verdictCountTexts } from '../text/messages';
import type { ClauseChange, JudgementChanges, TenantChange } from './compare-judgements';
import { historyWords as words, wayCell } from './history-words';
import { movedSections } from './moved-sections';
import { agencySpark, clauseSpark, trendSections } from './trend-sections';
import { trendWords } from './trend-words';
import type { Trends } from './trends';

/** What got better and what worse since an earlier judgement, by clause and by agency, and how it went up to today. */
export function historyDocument(changes: JudgementChanges, trends: Trends, report: Report): Document {
  const { since } = changes;
  return {
    title: { vi: `${words.title.vi}: ${report.officialName.vi}`, en: `${words.title.en}: ${report.officialName.en}` },
    facts: [
      [words.bundle, since.bundle],
      [words.judgedBefore, { day: since.today }],
      [messages.date, { day: report.today }],
      [words.other, { page: { vi: '../en/history', en: '../vi/history' }, text: words.inEnglish }],
      [messages.evaluationsDigest, { cells: [{ code: since.evaluationsDigest }, { code: report.evaluationsDigest }] }],
    ],
    notes: [words.honesty],
    sections: [
      countsSection(changes),
      ...trendSections(trends),
      clausesSection(changes, trends),
      tenantsSection(changes, trends),
      rulesSection(changes),
      ...movedSections(trends),
    ],
  };
}

function countsSection({ since, counts }: JudgementChanges): DocumentSection {
  const rows = verdictCountTexts.map(([name, text]): readonly Cell[] => [text, since.counts[name], counts[name]]);
  return section('counts', words.counts, { columns: [messages.state, words.before, words.after], rows });
}

function clausesSection({ clauses }: JudgementChanges, trends: Trends): DocumentSection {
  const known = new Map(trends.clauses.map((one) => [one.id, one]));
  const rows = clauses.map(({ id, citation, title, before, after, direction }: ClauseChange): readonly Cell[] => [
    { cells: [citation, { code: id }] },
    title,
    wayCell(direction),
    stateTexts[before],
    stateTexts[after],
    clauseSpark(trends.points, known.get(id) ?? { states: [before, after] }),
  ]);
  const columns = [messages.citation, messages.requirement, words.way, words.before, words.after, trendWords.trend];
  return section('clauses', words.clauses, { columns, rows, notes: [trendWords.clauseSteps] });
}

function tenantsSection({ tenants }: JudgementChanges, trends: Trends): DocumentSection {
  const known = new Map(trends.agencies.map((one) => [one.id, one]));
  const rows = tenants.map(
    ({ id, officialName, before, after, added, gone, direction }: TenantChange): readonly Cell[] => [
      id === '' ? officialName : { cells: [officialName, { code: id }] },
      wayCell(direction),
      before,
      after,
      added,
      gone,
      agencySpark(trends.points, known.get(id) ?? { open: [before, after] }),
    ],
  );
  const columns = [messages.name, words.way, words.before, words.after, words.added, words.gone, trendWords.trend];
  return section('tenants', words.tenants, { columns, rows, notes: [trendWords.agencySteps] });
}

function rulesSection({ rules: { added, gone } }: JudgementChanges): DocumentSection {
  const row = (id: string, state: Text): readonly Cell[] => [{ code: id }, state];
  const rows = [...added.map((id) => row(id, words.added)), ...gone.map((id) => row(id, words.gone))];
  return section('rules', words.rules, { columns: [messages.rule, words.way], rows });
}

function section(
  id: string,
  title: Text,
  { notes = [], ...table }: Pick<DocumentTable, 'columns' | 'rows'> & { readonly notes?: readonly Text[] },
): DocumentSection {
  const isEmpty = table.rows.length === 0;
  return {
    id,
    title,
    notes: isEmpty ? [words.nothing] : notes,
    tables: isEmpty ? [] : [{ id: `${id}-table`, caption: title, ...table }],
  };
}
