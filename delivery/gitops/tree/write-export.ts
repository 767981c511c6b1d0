import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { printCount } from '../../../model/print-count';
import { failure, problem, success, type Problem, type Result } from '../../../model/problem';
import type { GitopsExport } from '../export-gitops';
import { CLUSTERS_FOLDER } from '../plan-clusters';
import { MARK_FILE, parseMark, type ExportMark } from './export-mark';

/** The folder inside the target in which an export is written before it is moved into place. */
const WORK_FOLDER = '.ndc-export';

/** What an export owns in its folder, in the order in which it is moved into place; the mark says whose it is from the start. */
const OWN_ENTRIES = [MARK_FILE, 'README.md', CLUSTERS_FOLDER] as const;

/** What may stand beside a first export. */
const GIT_FOLDER = '.git';

/** Moves a file or folder; tests give one that fails. */
export type Move = (from: string, to: string) => void;

/**
 * Writes an export into a folder that is free, or holds an export of before for the same owner of the foundation and
 * the same engine. Only the entries of an export are replaced, each by renaming, so a Git repository around them stays;
 * after an interruption the next export puts everything right.
 */
export function writeExport(made: GitopsExport, folder: string, move: Move = renameSync): Result<string> {
  const problems = refuseTarget(folder, made.mark);
  if (problems.length > 0) return failure(problems);
  const work = join(folder, WORK_FOLDER);
  mkdirSync(folder, { recursive: true });
  rmSync(work, { recursive: true, force: true });
  for (const [path, text] of made.files) {
    const target = join(work, 'new', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: 'wx' });
  }
  mkdirSync(join(work, 'old'));
  for (const entry of OWN_ENTRIES) replace(entry, { folder, work, move });
  rmSync(work, { recursive: true, force: true });
  return success(folder);
}

function replace(entry: string, { folder, work, move }: { folder: string; work: string; move: Move }): void {
  const [made, place, old] = [join(work, 'new', entry), join(folder, entry), join(work, 'old', entry)];
  // A rename takes the place of a file in one step, but not that of a folder.
  if (existsSync(place) && lstatSync(place).isDirectory()) move(place, old);
  if (existsSync(made)) move(made, place);
}

function refuseTarget(folder: string, mark: ExportMark): readonly Problem[] {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return [];
  if (!lstatSync(folder).isDirectory()) return [notFree(folder, 'no folder')];
  const names = readdirSync(folder).filter((name) => name !== GIT_FOLDER && name !== WORK_FOLDER);
  if (names.length === 0) return [];
  const before = names.includes(MARK_FILE) ? parseMark(readFileSync(join(folder, MARK_FILE), 'utf8')) : undefined;
  if (before === undefined)
    return [notFree(folder, `a folder of ${printCount(names.length, 'entry', 'entries')} without ${MARK_FILE}`)];
  return (['environment', 'engine', 'foundation'] as const)
    .filter((key) => before[key] !== mark[key])
    .map((key) => otherOwner(folder, key, [before[key], mark[key]]));
}

function notFree(folder: string, got: string): Problem {
  return problem({
    code: 'target-not-an-export',
    at: [folder],
    what: 'the export would take the place of something else, which would be lost',
    got,
    want: 'a free place, an empty folder or Git repository, or an export of before',
    next: 'name another folder with --out, or a folder inside the repository and give its path with --path',
  });
}

function otherOwner(folder: string, key: string, [before, now]: readonly [string, string]): Problem {
  return problem({
    code: `export-of-another-${key}`,
    at: [folder],
    what: 'clusters pull this tree, and after the export two would own the same objects or nobody would',
    got: `${key} ${now}`,
    want: `${key} ${before}, as the export that stands there`,
    next: 'export into a new folder, hand the objects over as its README says, then retire the old tree',
  });
}
