import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { printCount } from '../../model/print-count';
import { buildReport } from '../../reports/build-report';
import { formatCatalog } from '../../reports/catalog';
import type { FolderFormat, ReportSource } from '../../reports/define-format';
import { readAttestations } from '../attest/judge-stated';
import type { EarlierJudgement } from '../../reports/history/compare-judgements';
import type { LiveReport } from '../../reports/points/live-report';
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
  /** What clusters say of the rules.
   * @default - no cluster was asked
   */
  readonly live?: LiveReport | undefined;
}

/** Writes the report of a judged assembly, each file or folder as a whole or not at all; returns their paths. */
export function writeReport(
  gated: GatedAssembly,
  { folder, format, since, live }: ReportPlace,
  io: Io,
): readonly string[] {
  const progress = new Progress(io);
  progress.step('writing the report');
  const attestations = readAttestations(gated.view.model, io.now());
  const input = { ...gated, policies: gated.rules.policies, attestations, live };
  const source: ReportSource = { ...input, report: buildReport(input), since };
  const wanted = formatCatalog.filter(({ id }) => format === undefined || id === format);
  mkdirSync(folder, { recursive: true });
  const written = wanted.map(({ format: one }) => {
    if (!('file' in one)) return writeFolder(join(folder, one.folder), one, source);
    const path = join(folder, one.file);
    writeFileSync(`${path}.new`, one.render(source));
    renameSync(`${path}.new`, path);
    return { path, files: 1 };
  });
  progress.done(
    `${printCount(
      written.reduce((sum, { files }) => sum + files, 0),
      'file',
    )} written`,
  );
  return written.filter(({ files }) => files > 0).map(({ path }) => path);
}

/** A folder stands beside the old one until all of it is written; without a file there is none. */
function writeFolder(
  path: string,
  format: FolderFormat,
  source: ReportSource,
): { readonly path: string; readonly files: number } {
  const made = `${path}.new`;
  rmSync(made, { recursive: true, force: true });
  let files = 0;
  for (const { path: name, content } of format.files(source)) {
    const target = join(made, ...name.split('/'));
    if (!target.startsWith(made + sep)) throw new RangeError(`the file ${name} would stand outside of its folder`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    files += 1;
  }
  rmSync(path, { recursive: true, force: true });
  if (files > 0) renameSync(made, path);
  return { path, files };
}
