import { languages } from '../../model/text';
import type { ReportFile, ReportSource } from '../define-format';
import { HtmlDocuments } from '../document/document-html';
import { MarkdownDocuments } from '../document/document-markdown';
import { sortedJson } from '../sorted-json';
import { compareJudgements } from './compare-judgements';
import { historyDocument } from './history-document';

/** What changed since an earlier judgement, as data and as pages in both languages; nothing where none was given. */
export function* historyFiles(source: ReportSource): Iterable<ReportFile> {
  const { since, view, policies, evaluation, report } = source;
  if (since === undefined) return;
  const changes = compareJudgements(since, { view, policies, results: evaluation.results, counts: report.counts });
  yield { path: 'history.json', content: sortedJson(changes) };
  const document = historyDocument(changes, report);
  for (const language of languages) {
    yield { path: `${language}/history.html`, content: new HtmlDocuments(language).write(document) };
    yield { path: `${language}/history.md`, content: new MarkdownDocuments(language).write(document) };
  }
}
