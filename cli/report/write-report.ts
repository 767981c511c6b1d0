import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { printCount } from '../../model/print-count';
import { buildReport } from '../../reports/build-report';
import { formatCatalog } from '../../reports/catalog';
import type { FolderFormat, ReportFormat, ReportSource } from '../../reports/define-format';
import { readAttestations } from '../attest/judge-stated';
import type { EarlierJudgement } from '../../reports/history/compare-judgements';
import type { GatedAssembly } from '../gate-assembly';
import type { Io } from '../io';
import { Progress } from '../progress';

/** Where a report goes, and in which format. */
export interface ReportPlace {
  readonly folder: string;
  /** @default - every format */
  readonly format?: string | undefined;
  /** What it is compared with.
   * @default - nothing
   */
  readonly since?: EarlierJudgement | undefined;
}

/** A file or folder of a report that was written. */
export interface WrittenFormat {
  readonly path: string;
  readonly format: ReportFormat;
}

/** Writes the report of a judged assembly, each file or folder as a whole or not at all. */
export function writeReport(
  gated: GatedAssembly,
  { folder, format, since }: ReportPlace,
  io: Io,
): readonly WrittenFormat[] {
  const progress = new Progress(io);
  progress.step('writing the report');
  const attestations = readAttestations(gated.view.model, io.now());
  const input = { ...gated, policies: gated.rules.policies, attestations };
  const source: ReportSource = { ...input, report: buildReport(input), since };
  const wanted = formatCatalog.filter(({ id }) => format === undefined || id === format);
  mkdirSync(folder, { recursive: true });
  const written = wanted.map(({ format: one }) => {
    if (!('file' in one)) {
      const path = join(folder, one.folder);
      return { path, format: one, files: writeFolder(path, one, source) };
    }
    const path = join(folder, one.file);
    writeFileSync(`${path}.new`, one.render(source));
    renameSync(`${path}.new`, path);
    return { path, format: one, files: 1 };
  });
  progress.done(
    `${printCount(
      written.reduce((sum, { files }) => sum + files, 0),
      'file',
    )} written`,
  );
  return written.filter(({ files }) => files > 0);
}

/** A folder stands beside the old one until all of it is written; without a file there is none. How many it has. */
function writeFolder(path: string, format: FolderFormat, source: ReportSource): number {
  const made = `${path}.new`;
  rmSync(made, { recursive: true, force: true });
  const folders = new Set<string>();
  let files = 0;
  for (const { path: name, content } of format.files(source)) {
    const target = join(made, ...name.split('/'));
    if (!target.startsWith(made + sep)) throw new RangeError(`the file ${name} would stand outside of its folder`);
    const own = dirname(target);
    if (!folders.has(own)) mkdirSync(own, { recursive: true });
    folders.add(own);
    writeFileSync(target, content);
    files += 1;
  }
  rmSync(path, { recursive: true, force: true });
  if (files > 0) renameSync(made, path);
  return files;
}
