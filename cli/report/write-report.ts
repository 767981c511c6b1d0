import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { printCount } from '../../model/print-count';
import { buildReport } from '../../reports/build-report';
import { formatCatalog } from '../../reports/catalog';
import type { FolderFormat, ReportFile, ReportSource } from '../../reports/define-format';
import { START_FILE, startPage, type WrittenForm } from '../../reports/start/start-page';
import { readAttestations } from '../attest/judge-stated';
import type { History } from '../../reports/history/history';
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
  readonly since?: History | undefined;
  /** What clusters say of the rules.
   * @default - no cluster was asked
   */
  readonly live?: LiveReport | undefined;
}

const HISTORY = 'history' satisfies (typeof formatCatalog)[number]['id'];

/** A file or folder of a report that was written. */
export interface WrittenFormat extends WrittenForm {
  readonly path: string;
}

/** A report that was written. */
export interface WrittenReport {
  /** Path of the page that leads to all formats.
   * @default - one format alone was asked for
   */
  readonly start?: string | undefined;
  /** Those that have a file, by id. */
  readonly formats: readonly WrittenFormat[];
}

/** Writes the report of a judged assembly, each file or folder as a whole or not at all. */
export function writeReport(gated: GatedAssembly, { folder, format, since, live }: ReportPlace, io: Io): WrittenReport {
  const progress = new Progress(io);
  progress.step('writing the report');
  const attestations = readAttestations(gated.view.model, io.now());
  const input = { ...gated, policies: gated.rules.policies, attestations, live };
  // Pages lead to the history where it is written too.
  const told = format === undefined || format === HISTORY ? since : undefined;
  const source: ReportSource = { ...input, report: buildReport(input), since: told };
  const wanted = formatCatalog.filter(({ id }) => format === undefined || id === format);
  mkdirSync(folder, { recursive: true });
  const written = wanted.map(({ id, format: one }) => {
    if (!('file' in one)) {
      const path = join(folder, one.folder);
      return { id, path, format: one, paths: writeFolder(path, one, source) };
    }
    const path = join(folder, one.file);
    writeFile(path, one.render(source));
    return { id, path, format: one, paths: [one.file] };
  });
  const start = format === undefined ? join(folder, START_FILE) : undefined;
  if (start !== undefined) writeFile(start, startPage(source.report, written));
  progress.done(
    `${printCount(
      written.reduce((sum, { paths }) => sum + paths.length, start === undefined ? 0 : 1),
      'file',
    )} written`,
  );
  return { start, formats: written.filter(({ paths }) => paths.length > 0) };
}

function writeFile(path: string, content: ReportFile['content']): void {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}

/** A folder stands beside the old one until all of it is written; without a file there is none. The paths of its files. */
function writeFolder(path: string, format: FolderFormat, source: ReportSource): readonly string[] {
  const made = `${path}.new`;
  rmSync(made, { recursive: true, force: true });
  const folders = new Set<string>();
  const paths: string[] = [];
  for (const { path: name, content } of format.files(source)) {
    const target = join(made, ...name.split('/'));
    if (!target.startsWith(made + sep)) throw new RangeError(`the file ${name} would stand outside of its folder`);
    const own = dirname(target);
    if (!folders.has(own)) mkdirSync(own, { recursive: true });
    folders.add(own);
    writeFileSync(target, content);
    paths.push(name);
  }
  rmSync(path, { recursive: true, force: true });
  if (paths.length > 0) renameSync(made, path);
  return paths;
}
