import { createHash } from 'node:crypto';
import { controls, instrumentHeads } from '../../../model/controls/control';
import { languages, type Language, type Text } from '../../../model/text';
import type { VerdictCounts } from '../../../policies/evaluation';
import type { ReportSource } from '../../define-format';
import type { ReportClause } from '../../report';
import { sortedJson } from '../../sorted-json';
import { groupOpenEvaluations, type OpenEvaluation } from '../results/open-evaluations';
import { OSCAL_NAMESPACE, OscalIds } from './oscal-ids';
import { markup, plain } from './oscal-text';

/** The version of OSCAL that is written. */
export const OSCAL_VERSION = '1.2.3';

const VERDICTS = ['pass', 'fail', 'unknown', 'skip', 'error'] as const satisfies readonly (keyof VerdictCounts)[];

/** Part of an OSCAL document; a member that is undefined is left out. */
export type OscalPart = Readonly<Record<string, unknown>>;

/** What both languages of an export are made from; made once. */
export interface OscalRun {
  readonly source: ReportSource;
  readonly ids: OscalIds;
  /** The beginning of the day of evaluation in Vietnam, the only moment that is known. */
  readonly moment: string;
  /** SHA-256 over the whole catalog of clauses, in hexadecimal. */
  readonly lawDigest: string;
  readonly clauses: readonly ReportClause[];
  /** Every evaluation that is no pass, by rule, in the order of the report. */
  readonly open: ReadonlyMap<string, readonly OpenEvaluation[]>;
}

/** An export in one language. */
export interface OscalExport extends OscalRun {
  readonly language: Language;
}

/** A remark and a class that a property may carry. */
interface PropertyMore {
  /** @default - no class */
  readonly class?: string | undefined;
  /** In Markdown, escaped already.
   * @default - no remark
   */
  readonly remarks?: string | undefined;
}

/** Gathers what both languages share. */
export function openRun(source: ReportSource): OscalRun {
  const { report } = source;
  const ids = new OscalIds(report);
  return {
    source,
    ids,
    moment: momentOf(report.today),
    lawDigest: createHash('sha256').update(sortedJson({ controls, instrumentHeads })).digest('hex'),
    clauses: report.instruments.flatMap((one) => one.clauses),
    open: groupOpenEvaluations(report, ids),
  };
}

/** The same export in each language. */
export function exportsOf(run: OscalRun): readonly OscalExport[] {
  return languages.map((language) => ({ ...run, language }));
}

/** The first moment of a day in Vietnam, in RFC 3339. */
export function momentOf(day: string): string {
  return `${day}T00:00:00+07:00`;
}

/** A text of ours in the language of the export, as Markdown. */
export function say({ language }: Pick<OscalExport, 'language'>, text: Text): string {
  return markup(text[language]);
}

/** A property in our namespace. */
export function property(name: string, value: string | number, more: PropertyMore = {}): OscalPart {
  return { name, ns: OSCAL_NAMESPACE, value: plain(String(value)), ...more };
}

/** A property that is there only if its value is. */
export function propertyIfAny(name: string, value: string | undefined): readonly OscalPart[] {
  return value === undefined || value === '' ? [] : [property(name, value)];
}

/** How many evaluations ended how, a property each. */
export function countProperties(counts: VerdictCounts): readonly OscalPart[] {
  return VERDICTS.map((verdict) => property('count', counts[verdict], { class: verdict }));
}

/** A list, or nothing: OSCAL allows no empty list. */
export function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
