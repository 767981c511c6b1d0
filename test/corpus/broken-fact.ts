import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { loadModel } from '../../cli/load-model';
import { fileOf } from '../environments/load-environment';
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

/** A copy of the sandbox's facts that is broken again and again; the caller removes it in the end. */
export class BrokenSandbox {
  private readonly root = mkdtempSync(join(tmpdir(), 'ndc-broken-'));
  private readonly folder = join(this.root, 'broken');

  public constructor() {
    cpSync(sandbox, this.folder, { recursive: true });
  }

  /** What is said of the facts when they are broken so, sorted by place; they are whole again afterwards. */
  public problemsOf(broken: readonly BrokenFact[]): readonly Problem[] {
    const repairs: (() => void)[] = [];
    try {
      for (const one of broken) repairs.unshift(this.break(one));
      loadModel({ name: 'broken', folder: this.folder, root: this.root });
      return [];
    } catch (error) {
      if (error instanceof ProblemError) return sortProblems(error.problems);
      throw error;
    } finally {
      for (const repair of repairs) repair();
    }
  }

  public remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Breaks a fact; gives what repairs it. */
  private break({ name, file, find, put }: BrokenFact): () => void {
    const path = join(this.folder, fileOf(file));
    const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    const made = mkdirSync(dirname(path), { recursive: true });
    if (find !== undefined && text?.includes(find) !== true) throw new Error(`${name}: ${file} doesn't hold ${find}`);
    writeFileSync(path, find === undefined || text === undefined ? put : text.replace(find, () => put));
    if (text !== undefined) return () => writeFileSync(path, text);
    return () => rmSync(made ?? path, { recursive: true });
  }
}

/** The problems of one case as the golden file shows them. */
export function printCase({ name }: BrokenFact, problems: readonly Problem[]): string {
  const lines = problems.map(({ code, location, what, got, want, next }) => {
    const place = location === undefined ? '(no place)' : `${location.file}:${location.line}:${location.column}`;
    return `  ${place}  ${code}\n    ${what}\n    got   ${got}\n    want  ${want}\n    next  ${next}\n`;
  });
  return `${name}\n${lines.join('')}`;
}
