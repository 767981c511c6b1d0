/** A file of data for programs whose schema is published: the schema is written out of the file's type. */
export interface PublishedSchema {
  /** Path of the file in the folder of a report, or the name of a file that other commands write. */
  readonly of: string;
  /** What the file is, for readers of the schema. */
  readonly title: string;
  /** The module that declares the type, and the name of the interface. */
  readonly source: string;
  readonly type: string;
}

/** Every file that has a published schema, sorted by path; a row here is all that another one takes. */
export const publishedSchemas: readonly PublishedSchema[] = [
  {
    of: 'history/history.json',
    title: 'How a compliance report differs from an earlier judgement',
    source: 'reports/history/history-data.ts',
    type: 'HistoryData',
  },
  {
    of: 'legal/legal.json',
    title: 'The yearly report of Decree 331/2026 Art. 36 as data',
    source: 'reports/legal/legal-data.ts',
    type: 'LegalData',
  },
  {
    of: 'report.json',
    title: 'Compliance report of ndc',
    source: 'reports/report.ts',
    type: 'Report',
  },
  {
    of: 'review.json',
    title: 'Review of a change, as ndc diff --format json prints it and a bundle of evidence keeps it',
    source: 'review/review.ts',
    type: 'Review',
  },
  {
    of: 'site/figures.json',
    title: 'Numbers of the audit site that the report in JSON does not hold',
    source: 'reports/site/figures/figures.ts',
    type: 'SiteFigures',
  },
];

/** Name of the file that holds the schema: `report.schema.json` of `report.json`, whatever folder that stands in. */
export function schemaFile({ of }: Pick<PublishedSchema, 'of'>): string {
  return `${of.slice(of.lastIndexOf('/') + 1, -'.json'.length)}.schema.json`;
}
