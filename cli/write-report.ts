import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printCount } from '../model/print-count';
import { buildReport } from '../reports/build-report';
import { formatCatalog } from '../reports/catalog';
import type { GatedAssembly } from './gate-assembly';
import type { Io } from './io';
import { Progress } from './progress';

/** Where a report goes, and in which format. */
export interface ReportPlace {
  readonly folder: string;
  /** @default - every format */
  readonly format?: string | undefined;
}

/** Writes the report of a judged assembly, each file as a whole or not at all; the paths of the files. */
export function writeReport(gated: GatedAssembly, { folder, format }: ReportPlace, io: Io): readonly string[] {
  const progress = new Progress(io);
  progress.step('writing the report');
  const report = buildReport({ ...gated, policies: gated.rules.policies });
  const wanted = formatCatalog.filter(({ id }) => format === undefined || id === format);
  mkdirSync(folder, { recursive: true });
  const paths = wanted.map((one) => {
    const path = join(folder, `report.${one.format.extension}`);
    writeFileSync(`${path}.new`, one.format.render(report));
    renameSync(`${path}.new`, path);
    return path;
  });
  progress.done(`${printCount(paths.length, 'file')} written`);
  return paths;
}
