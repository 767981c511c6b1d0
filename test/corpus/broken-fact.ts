import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { loadModel } from '../../cli/load-model';
import { ProblemError, sortProblems, type Problem } from '../../model/problem';

const sandbox = resolve(__dirname, '../../environments/sandbox');

/** One way to break the facts of the sandbox, and what must be said of it. */
export interface BrokenFact {
  readonly name: string;
  /** File below the environment, without extension. */
  readonly file: string;
  /** The first occurrence is replaced; the whole file is written anew without it.
   * @default - the file is new, or replaced as a whole
   */
  readonly find?: string;
  readonly put: string;
  /** Code of the problem that must be among those reported. */
  readonly code: string;
}

/** What came of a broken environment: its problems, sorted by place. */
export function problemsOf(broken: readonly BrokenFact[]): readonly Problem[] {
  const root = mkdtempSync(join(tmpdir(), 'ndc-broken-'));
  try {
    const folder = join(root, 'broken');
    cpSync(sandbox, folder, { recursive: true });
    for (const one of broken) applyBreak(folder, one);
    loadModel({ name: 'broken', folder, root });
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return sortProblems(error.problems);
    throw error;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function applyBreak(folder: string, { name, file, find, put }: BrokenFact): void {
  const path = join(folder, `${file}.ts`);
  if (find === undefined) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, put);
    return;
  }
  const text = readFileSync(path, 'utf8');
  if (!text.includes(find)) throw new Error(`${name}: ${file} doesn't hold ${find}`);
  writeFileSync(
    path,
    text.replace(find, () => put),
  );
}

/** The problems of one case as the golden file shows them. */
export function printCase({ name }: BrokenFact, problems: readonly Problem[]): string {
  const lines = problems.map(({ code, location, what, got, want, next }) => {
    const place = location === undefined ? '(no place)' : `${location.file}:${location.line}:${location.column}`;
    return `  ${place}  ${code}\n    ${what}\n    got   ${got}\n    want  ${want}\n    next  ${next}\n`;
  });
  return `${name}\n${lines.join('')}`;
}
