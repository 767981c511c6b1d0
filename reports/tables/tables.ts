import type { Text } from '../../model/text';
import { points, type Point } from '../../policies/engine/points/points';
import type { VerdictCounts } from '../../policies/evaluation';
import type { ReportFile, ReportSource } from '../define-format';
import type { AdmissionResult, PointResult } from '../points/live-report';
import { examplesOf } from '../points/point-sums';
import { pointStateTexts, pointWords } from '../points/point-words';
import type { Report, ReportClause, ReportRule, ReportSystem } from '../report';
import { csvText } from '../text/csv-line';
import { dossierTexts } from '../text/terms';
import { markTexts, messages, stateTexts, verdictCountTexts } from '../text/messages';
import { pointTexts } from '../trace/text/trace-words';

/** A column of a table: its name for programs, its heading, and what a row has in it. */
interface Column<T> {
  readonly heading: Text;
  readonly cell: (row: T, language: 'vi' | 'en') => string | number;
}

const exampleKeys = ['refused', 'refusedByOther', 'untried', 'letIn'] as const;

interface Table<T> {
  readonly name: string;
  readonly rows: (report: Report) => readonly T[];
  readonly columns: readonly Column<T>[];
}

type ReportFinding = Report['findings'][number] | Report['skipped'][number];

const column = <T>(heading: Text, cell: Column<T>['cell']): Column<T> => ({ heading, cell });

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
    column(messages.owner, ({ owner, ownerName }, language) => ownerName?.[language] ?? owner),
    column(messages.level, ({ level }) => level),
    column(messages.dossier, ({ dossier }, language) => dossierTexts[dossier][language]),
    column(messages.sites, ({ sites }) => sites.map(({ site, role }) => `${site} (${role})`).join(' ')),
    column(messages.retention, ({ logRetentionDays }) => logRetentionDays),
    column(messages.objectives, ({ rpoMinutes, rtoMinutes }) => `${rpoMinutes} / ${rtoMinutes}`),
    column(messages.findings, (one) => one.findings),
  ],
};

interface PointRow {
  readonly rule: string;
  readonly point: Point;
  readonly result: PointResult | AdmissionResult;
}

const pointRows: Table<PointRow> = {
  name: 'points',
  rows: ({ live }) =>
    (live?.rules ?? []).flatMap((rule) => points.map((point) => ({ rule: rule.rule, point, result: rule[point] }))),
  columns: [
    column(messages.rule, ({ rule }) => rule),
    column(pointWords.point, ({ point }, language) => pointTexts[point][language]),
    column(messages.state, ({ result }, language) => pointStateTexts[result.state][language]),
    ...verdictCountTexts.map(([verdict, text]) => column<PointRow>(text, ({ result }) => result.counts[verdict])),
    column(pointWords.unseen, ({ result }) => result.unseen.reduce((sum, { count }) => sum + count, 0)),
    ...exampleKeys.map((key) =>
      column<PointRow>(pointWords[key], ({ result }) => ('standings' in result ? examplesOf(result)[key] : '')),
    ),
    column(pointWords.asked, ({ result }) => result.clusters.join(' ')),
    column(pointWords.why, ({ result }, language) => result.why?.[language] ?? ''),
  ],
};

/**
 * The tables of the report as CSV (RFC 4180) in UTF-8, one folder for each language; the mark at the beginning tells a
 * spreadsheet that it is UTF-8. What can't be seen, or acts on a reader, is told by its number.
 */
export function* tables({ report }: Pick<ReportSource, 'report'>): Generator<ReportFile> {
  for (const language of ['vi', 'en'] as const) {
    const write = <T>({ name, rows, columns }: Table<T>): ReportFile => {
      const head = columns.map(({ heading }) => heading[language]);
      const cells = rows(report).map((row) => columns.map(({ cell }) => cell(row, language)));
      return { path: `${language}/${name}.csv`, content: `\uFEFF${csvText([head, ...cells])}` };
    };
    yield write(clauses);
    yield write(rules);
    yield write(findings);
    yield write(systems);
    if (report.live !== undefined) yield write(pointRows);
  }
}

function verdictOf(one: ReportFinding): Text {
  if ('exception' in one) return messages.skipped;
  return messages[one.verdict];
}
