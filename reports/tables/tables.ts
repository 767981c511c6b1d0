import { languages, type Text } from '../../model/text';
import type { VerdictCounts } from '../../policies/evaluation';
import type { ReportFile, ReportSource } from '../define-format';
import type { Report, ReportClause, ReportRule, ReportSystem } from '../report';
import { dossierTexts } from '../text/terms';
import { markTexts, messages, stateTexts, verdictCountTexts } from '../text/messages';
import { attestationsTable, dutiesTable } from './attestation-tables';
import { column, tableCsv, type Table } from './table';
import { pointsTable } from './points-table';

type ReportFinding = Report['findings'][number] | Report['skipped'][number];

const countColumns = verdictCountTexts.map(([verdict, text]) =>
  column<{ readonly counts: VerdictCounts }>(text, ({ counts }) => counts[verdict]),
);

const clauses: Table<ReportClause> = {
  name: 'clauses',
  rows: ({ instruments }) => instruments.flatMap((one) => one.clauses),
  columns: [
    column(messages.controls, ({ id }) => id),
    column(messages.citation, ({ citation }, language) => citation[language]),
    column(messages.requirement, ({ requirement }, language) => requirement[language]),
    column(messages.mark, ({ mark }, language) => markTexts[mark][language]),
    column(messages.levels, ({ levels }) => levels.join(' ')),
    column(messages.state, ({ state }, language) => stateTexts[state][language]),
    column(messages.why, ({ why }, language) => why?.[language] ?? ''),
    column(messages.rules, ({ rules }) => rules.join(' ')),
    ...countColumns,
  ],
};

const rules: Table<ReportRule> = {
  name: 'rules',
  rows: (report) => report.rules,
  columns: [
    column(messages.rule, ({ id }) => id),
    column(messages.name, ({ title }, language) => title[language]),
    column(messages.force, ({ force }, language) => messages[force][language]),
    column(messages.controls, ({ controls }) => controls.join(' ')),
    column(messages.subjects, ({ subjects }) => subjects),
    ...countColumns,
  ],
};

const findings: Table<ReportFinding> = {
  name: 'findings',
  rows: (report) => [...report.findings, ...report.skipped],
  columns: [
    column(messages.rule, ({ policy }) => policy),
    column(messages.state, (one, language) => verdictOf(one)[language]),
    column(messages.exception, (one) => ('exception' in one ? one.exception : '')),
    column(messages.subject, ({ subject }) => subject),
    column(messages.where, ({ where }) => where),
    column(messages.got, ({ got }) => got),
    column(messages.want, ({ want }) => want),
    column(messages.place, ({ source, file }) => source ?? file ?? ''),
    column(messages.owner, ({ tenant }) => tenant ?? ''),
    column(messages.systems, ({ system }) => system ?? ''),
  ],
};

const systems: Table<ReportSystem> = {
  name: 'systems',
  rows: (report) => report.systems,
  columns: [
    column(messages.systems, ({ id }) => id),
    column(messages.name, ({ officialName }, language) => officialName[language]),
    column({ vi: 'Mã chủ quản', en: 'Owner id' }, ({ owner }) => owner),
    column(messages.owner, ({ owner, ownerName }, language) => ownerName?.[language] ?? owner),
    column(messages.level, ({ level }) => level),
    column(messages.dossier, ({ dossier }, language) => dossierTexts[dossier][language]),
    column(messages.sites, ({ sites }) => sites.map(({ site, role }) => `${site} (${role})`).join(' ')),
    column(messages.retention, ({ logRetentionDays }) => logRetentionDays),
    column(messages.objectives, ({ rpoMinutes, rtoMinutes }) => `${rpoMinutes} / ${rtoMinutes}`),
    column(messages.findings, (one) => one.findings),
  ],
};

/** The tables of the report as CSV, one folder for each language. */
export function* tables({ report }: Pick<ReportSource, 'report'>): Generator<ReportFile> {
  for (const language of languages) {
    const write = <T>({ name, rows, columns }: Table<T>): ReportFile => ({
      path: `${language}/${name}.csv`,
      content: tableCsv(columns, rows(report), language),
    });
    yield write(clauses);
    yield write(rules);
    yield write(findings);
    yield write(systems);
    yield write(attestationsTable);
    yield write(dutiesTable);
    if (report.live !== undefined) yield write(pointsTable);
  }
}

function verdictOf(one: ReportFinding): Text {
  if ('exception' in one) return messages.skipped;
  return messages[one.verdict];
}
