import type { Text } from '../../model/text';
import type { ReportSource } from '../define-format';
import type { Cell, Document } from '../document/document';
import { linkTo } from '../document/link-to';
import { messages } from '../text/messages';
import { safeName } from '../text/safe-name';
import { buildLegalReport } from './build-legal-report';
import { approvedSection, decisionSection, regulationSections } from './sections/dossier-sections';
import { formSection } from './sections/form-08';
import { identitySections } from './sections/identity-sections';
import type { LegalOwner } from './legal-report';
import type { LegalScope } from './legal-scope';
import { legalWords as words } from './legal-words';
import { othersSection } from './sections/others-section';
import { criteriaSection, planSection, roadmapSection } from './sections/plan-sections';

/** What the report of the nation tells of. */
export function nationScope(source: ReportSource): LegalScope {
  const legal = buildLegalReport(source);
  const { report, view } = source;
  const { owners, totals, officialName } = legal;
  const systems = owners.flatMap((one) => one.systems).toSorted((a, b) => (a.system.id < b.system.id ? -1 : 1));
  return { legal, report, view, owners, systems, totals, name: officialName, isNation: true };
}

/** What the report of one owner tells of. */
export function ownerScope(source: ReportSource, owner: LegalOwner): LegalScope {
  const { report, view } = source;
  const { systems, totals, officialName } = owner;
  const legal = buildLegalReport(source);
  return { legal, report, view, owners: [owner], systems, totals, name: officialName, isNation: false };
}

/** The report of Decree 331/2026 Art. 36: form 08, then the twelve headings in their order. */
export function legalDocument(scope: LegalScope): Document {
  const { name, legal } = scope;
  const [regulation, compliance, inspection] = regulationSections(scope);
  const { period, today, verdict, assemblyDigest, evaluationsDigest } = legal;
  return {
    title: titleOf(name),
    facts: [
      [words.basis, words.form],
      [words.periodFrom, { day: period.from }],
      [words.periodThrough, { day: period.through }],
      [words.toOwner, { day: period.toOwnerBefore }],
      [words.toMinistry, { day: period.toMinistryBefore }],
      [words.judgedOn, { day: today }],
      [words.verdict, { state: messages[verdict], tone: verdict === 'passed' ? 'good' : 'bad' }],
      [words.assemblyDigest, { code: assemblyDigest }],
      [words.evaluationsDigest, { code: evaluationsDigest }],
      ...ways(scope),
    ],
    notes: [words.howKnown, words.wording],
    sections: [
      formSection(scope),
      ...identitySections(scope),
      approvedSection(scope),
      planSection(scope),
      ...[regulation, compliance, inspection].flatMap((one) => one ?? []),
      criteriaSection(scope),
      roadmapSection(scope),
      decisionSection(scope),
      othersSection(scope),
    ],
  };
}

/** The ways to the same report in the other language, and from an owner's to the nation's. */
function ways({ isNation, owners }: LegalScope): Document['facts'] {
  const [owner] = owners;
  const path = isNation || owner === undefined ? 'nation' : `owners/${safeName(owner.id)}`;
  const up = isNation ? '..' : '../..';
  const other: Cell = { page: { vi: `${up}/en/${path}`, en: `${up}/vi/${path}` }, text: words.otherLanguage };
  const nation = isNation ? [] : ([[words.allOwners, linkTo('../nation', words.ofTheNation)]] as const);
  return [[words.language, other], ...nation];
}

function titleOf({ vi, en }: Text): Text {
  return { vi: `${words.title.vi}: ${vi}`, en: `${words.title.en}: ${en}` };
}
