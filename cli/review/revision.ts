import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Reads revisions of a repository; nothing of the repository is run: no hooks, no filters of a checkout. */
export class Repository {
  public constructor(private readonly root: string) {}

  /**
   * The commit that a name stands for.
   * @throws ProblemError when it stands for none
   */
  public find(name: string): Revision {
    try {
      const commit = this.git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]).trim();
      return { name, commit };
    } catch (error) {
      if (!hasStatus(error)) throw error;
      throw new ProblemError([unknownRevision(name)]);
    }
  }

  /** Mail addresses of those who wrote or committed what a revision has and another hasn't, sorted. */
  public authorsBetween(base: Revision, head: Revision): readonly string[] {
    const text = this.git(['log', '--format=%ae%n%ce', `${base.commit}..${head.commit}`]);
    return [...new Set(text.split('\n').filter((line) => line !== ''))].toSorted();
  }

  /** Files outside of the given folders that differ between two revisions, sorted. */
  public changedBeside(base: Revision, head: Revision, folders: readonly string[]): readonly string[] {
    const excluded = folders.map((folder) => `:(exclude,top)${folder}`);
    const range = [base.commit, head.commit, '--', ':(top)', ...excluded];
    const text = this.git(['diff', '--name-only', '--no-ext-diff', '--no-textconv', '-z', ...range]);
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
      this.git(['worktree', 'add', '--quiet', '--detach', folder, commit]);
      return await work(folder);
    } finally {
      rmSync(place, { recursive: true, force: true });
      this.git(['worktree', 'prune']);
    }
  }

  private git(given: readonly string[]): string {
    const still = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false'];
    return execFileSync('git', [...still, ...given], {
      cwd: this.root,
      encoding: 'utf8',
      maxBuffer: BYTES_MAX,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
}

function hasStatus(error: unknown): boolean {
  return error instanceof Error && 'status' in error && typeof error.status === 'number';
}

function unknownRevision(name: string) {
  return problem({
    code: 'revision-unknown',
    at: ['diff'],
    what: 'this is neither the folder of an assembly nor a revision',
    got: name,
    want: 'a folder that synth wrote, or a commit, branch or tag of this repository',
    next: 'correct the name; git log lists commits',
  });
}
