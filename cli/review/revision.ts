import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { types } from 'node:util';
import { problem, ProblemError } from '../../model/problem';

/** Room for the names that Git prints. */
const BYTES_MAX = 64 * 1024 * 1024;

/** One commit of a repository. */
export interface Revision {
  /** What the person typed. */
  readonly name: string;
  /** Its object id. */
  readonly commit: string;
}

/** Files of a repository: those below one folder, but for some folders in it. */
export interface FileScope {
  /** Path in the repository, empty or with `/` at its end. */
  readonly below: string;
  /** Names of folders in it. */
  readonly without: readonly string[];
}

/** Reads revisions of a repository; nothing of the repository is run: no hooks, no filters of a checkout. */
export class Repository {
  private constructor(
    /** Folder of its working tree. */
    public readonly root: string,
    /** Where the folder is by which it was found: empty for the root, else with `/` at its end. */
    public readonly prefix: string,
  ) {}

  /** The repository that a folder is in; undefined when it is in none. */
  public static tryFind(folder: string): Repository | undefined {
    try {
      const [root = '', prefix = ''] = git(folder, ['rev-parse', '--show-toplevel', '--show-prefix']).split('\n');
      return new Repository(root, prefix);
    } catch (error) {
      if (!hasStatus(error)) throw error;
      return undefined;
    }
  }

  /** The commit that a name stands for; undefined when it stands for none. */
  public tryFindRevision(name: string): Revision | undefined {
    try {
      const named = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
      return { name, commit: git(this.root, named).trim() };
    } catch (error) {
      if (!hasStatus(error)) throw error;
      return undefined;
    }
  }

  /** Mail addresses of those who wrote or committed what a revision has and another hasn't, sorted. */
  public authorsBetween(base: Revision, head: Revision): readonly string[] {
    const text = git(this.root, ['log', '--format=%ae%n%ce', `${base.commit}..${head.commit}`]);
    return [...new Set(text.split('\n').filter((line) => line !== ''))].toSorted();
  }

  /** Files that differ between two revisions, sorted. */
  public changedFiles(base: Revision, head: Revision, { below, without }: FileScope): readonly string[] {
    const excluded = without.map((folder) => `:(exclude,top)${below}${folder}`);
    const range = [base.commit, head.commit, '--', `:(top)${below}`, ...excluded];
    const text = git(this.root, ['diff', '--name-only', '--no-ext-diff', '--no-textconv', '-z', ...range]);
    return text
      .split('\u0000')
      .filter((name) => name !== '')
      .toSorted();
  }

  /** Lays a revision out in a temporary worktree, does something with it, and takes it away whatever comes of it. */
  public async inWorktree<T>({ commit }: Revision, work: (folder: string) => Promise<T>): Promise<T> {
    const place = mkdtempSync(join(tmpdir(), 'ndc-revision-'));
    const folder = join(place, 'tree');
    try {
      git(this.root, [...this.withoutFilters(), 'worktree', 'add', '--quiet', '--detach', folder, commit]);
      return await work(folder);
    } finally {
      rmSync(place, { recursive: true, force: true });
      git(this.root, ['worktree', 'prune']);
    }
  }

  /** Settings by which no program has a part in what a file of a checkout holds. */
  private withoutFilters(): readonly string[] {
    const names = git(this.root, ['config', '--null', '--name-only', '--list']).split('\u0000');
    return names
      .filter((name) => /^filter\..*\.(?:smudge|process|required)$/s.test(name))
      .flatMap((name) => ['-c', `${name}=${name.endsWith('.required') ? 'false' : ''}`]);
  }
}

/** Runs Git in a folder, and in no other repository that the environment may name, as it does for what a hook runs. */
function git(folder: string, given: readonly string[]): string {
  const still = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false'];
  return execFileSync('git', [...still, ...given], {
    cwd: folder,
    encoding: 'utf8',
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
    maxBuffer: BYTES_MAX,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function hasStatus(error: unknown): boolean {
  return types.isNativeError(error) && 'status' in error && typeof error.status === 'number';
}

/** Something that is to be compared, and is neither an assembly nor a revision. */
export function unknownSide(name: string): ProblemError {
  return new ProblemError([
    problem({
      code: 'revision-unknown',
      at: ['diff'],
      what: 'this is neither the folder of an assembly nor a revision',
      got: name,
      want: 'a folder that synth wrote, or a commit, branch or tag of the repository of the facts',
      next: 'correct the name; git log lists commits',
    }),
  ]);
}
