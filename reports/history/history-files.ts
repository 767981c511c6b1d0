import { languages } from '../../model/text';
import type { ReportFile, ReportSource } from '../define-format';
import { HtmlDocuments } from '../document/document-html';
import { MarkdownDocuments } from '../document/document-markdown';
import { sortedJson } from '../sorted-json';
import { compareJudgements } from './compare-judgements';
import { historyTables } from './history-csv';
import type { HistoryData } from './history-data';
import { historyDocument } from './history-document';
import { trendsOf } from './trends';

/**
 * What changed since an earlier judgement and how it went up to today, as data, as tables and as pages in both languages;
 * nothing where none was given.
 */
export function* historyFiles(source: ReportSource): Iterable<ReportFile> {
  const { since, view, policies, evaluation, report } = source;
  if (since === undefined) return;
  const now = { view, policies, results: evaluation.results, counts: report.counts, report };
  const [changes, trends] = [compareJudgements(since.newest, now), trendsOf(since, now)];
  const data: HistoryData = { formatVersion: 1, environment: report.environment, ...changes, trends };
  yield { path: 'history.json', content: sortedJson(data) };
  const document = historyDocument(changes, trends, report);
  for (const language of languages) {
    yield { path: `${language}/history.html`, content: new HtmlDocuments(language).write(document) };
    yield { path: `${language}/history.md`, content: new MarkdownDocuments(language).write(document) };
    yield* historyTables(changes, trends, language);
  }
}
