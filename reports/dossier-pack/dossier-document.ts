import { reached } from '../../model/tenancy/dossier';
import { dossierDates } from '../../model/tenancy/dossier-dates';
import type { Text } from '../../model/text';
import type { Cell, Document, DocumentSection } from '../document/document';
import { linkTo } from '../document/link-to';
import type { LegalSystem } from '../legal/legal-report';
import { legalWords, planTexts } from '../legal/legal-words';
import { planTone } from '../legal/sections/plan-tone';
import { dossierDateTexts } from '../text/terms';
import { architectureSection } from './architecture/architecture-section';
import { missing, type DossierSource, type DossierSubject } from './dossier-subject';
import { dossierWords as words } from './dossier-words';
import { levelSections } from './level-sections';
import { overviewSections } from './overview-sections';
import { planSection } from './plan-section';

/** The dossier of a system by the model and the judgements, and by name what they don't hold. */
export function dossierDocument(legal: LegalSystem, { yearly, ...source }: DossierSource): Document {
  const subject: DossierSubject = { ...source, legal, missing: [] };
  const { system, plan } = legal;
  // In the order of the document: each notes what it misses, and the last one lists it.
  const sections = [
    ...overviewSections(subject),
    architectureSection(subject),
    ...levelSections(subject),
    planSection(subject),
    stepsSection(subject),
  ];
  const { vi, en } = system.officialName;
  return {
    title: { vi: `${words.title.vi}: ${vi}`, en: `${words.title.en}: ${en}` },
    facts: [
      [words.system, { code: system.id }],
      [words.level, system.level],
      [words.basis, words.articles],
      [legalWords.plan, { state: planTexts[plan], tone: planTone(plan) }],
      [legalWords.judgedOn, { day: yearly.today }],
      [legalWords.assemblyDigest, { code: yearly.assemblyDigest }],
      [words.list, linkTo('../index', words.list)],
    ],
    notes: [words.declaredNote],
    sections: [...sections, missingSection(subject)],
  };
}

/** The gate order: regulation, dossier, plan, readiness, operation. */
function stepsSection(subject: DossierSubject): DocumentSection {
  const { dossier } = subject.legal.system;
  const number: Text = { vi: 'Số, cơ quan của các quyết định', en: 'Numbers and agencies of the decisions' };
  const rows = dossierDates.map(({ field, behindFrom }): readonly Cell[] => [
    dossierDateTexts[field],
    dayCell(dossier[field], reached(dossier.state, behindFrom)),
    missing(subject, number),
  ]);
  return {
    id: 'steps',
    title: { vi: '8. Trình tự (Điều 28, 30)', en: '8. The steps in their order (Art. 28, 30)' },
    notes: [
      {
        vi: '▤ Ngày là khai báo. Quy chế ban hành trước khi phê duyệt (30.7), phương án triển khai đủ và điều kiện được đánh giá trước khi vận hành (28.3, 30.6); cổng kiểm soát chặn khi sai trình tự.',
        en: '▤ Dates are declared. The regulation is issued before approval (30.7); the plan is carried out and readiness assessed before operation (28.3, 30.6); the gate blocks what is out of order.',
      },
    ],
    tables: [
      {
        id: 'steps-table',
        caption: words.step,
        columns: [words.step, words.date, legalWords.decisionNumber],
        rows,
      },
    ],
  };
}

/** The date of a step; a step that should lie behind and has none is missing, one ahead has none yet. */
function dayCell(date: string | undefined, isBehind: boolean): Cell {
  if (date !== undefined) return { day: date };
  return isBehind ? { state: legalWords.notKnown, tone: 'bad' } : '–';
}

function missingSection({ missing: list }: DossierSubject): DocumentSection {
  return {
    id: 'missing',
    title: { vi: '9. Điều còn thiếu trong hồ sơ', en: '9. What the dossier still lacks' },
    notes: [],
    tables: [
      {
        id: 'missing-table',
        caption: words.missing,
        columns: [words.missing],
        rows: list.map((name) => [name]),
      },
    ],
  };
}
