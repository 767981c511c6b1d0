import { languages } from '../../model/text';
import type { ReportFile, ReportSource } from '../define-format';
import type { Cell, Document } from '../document/document';
import { HtmlDocuments } from '../document/document-html';
import { MarkdownDocuments } from '../document/document-markdown';
import { linkTo } from '../document/link-to';
import { buildLegalReport } from '../legal/build-legal-report';
import type { LegalReport } from '../legal/legal-report';
import { nationScope } from '../legal/legal-document';
import { legalWords, planTexts } from '../legal/legal-words';
import { planTone } from '../legal/sections/plan-tone';
import { safeName } from '../text/safe-name';
import { dossierTexts } from '../text/terms';
import { dossierDocument } from './dossier-document';
import { dossierWords as words } from './dossier-words';

/** The dossier of every system in both languages, and a list of them. */
export function* dossierFiles(source: ReportSource): Iterable<ReportFile> {
  const writers = languages.map((language) => ({
    language,
    html: new HtmlDocuments(language),
    markdown: new MarkdownDocuments(language),
  }));
  const legal = buildLegalReport(source);
  const { systems } = nationScope(source);
  const list = listDocument(legal, systems);
  for (const { language, html, markdown } of writers) {
    yield { path: `${language}/index.html`, content: html.write(list) };
    yield { path: `${language}/index.md`, content: markdown.write(list) };
  }
  for (const one of systems) {
    const document = dossierDocument(one, source.view, legal);
    const name = safeName(one.system.id);
    for (const { language, html, markdown } of writers) {
      yield { path: `${language}/systems/${name}.html`, content: html.write(document) };
      yield { path: `${language}/systems/${name}.md`, content: markdown.write(document) };
    }
  }
}

function listDocument(
  { today, officialName }: LegalReport,
  systems: ReturnType<typeof nationScope>['systems'],
): Document {
  const rows = systems.map(({ system, plan }): readonly Cell[] => [
    { cells: [linkTo(`systems/${safeName(system.id)}`, system.officialName), { code: system.id }] },
    system.owner,
    system.level,
    dossierTexts[system.dossier.state],
    { state: planTexts[plan], tone: planTone(plan) },
  ]);
  const { vi, en } = officialName;
  return {
    title: { vi: `${words.list.vi}: ${vi}`, en: `${words.list.en}: ${en}` },
    facts: [
      [words.basis, words.articles],
      [legalWords.judgedOn, { day: today }],
    ],
    notes: [words.declaredNote],
    sections: [
      {
        id: 'list',
        title: words.list,
        notes: [],
        tables: [
          {
            id: 'list-table',
            caption: words.list,
            columns: [words.system, words.owner, words.level, words.state, legalWords.plan],
            rows,
          },
        ],
      },
    ],
  };
}
