import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignedSandbox } from './signed-sandbox';

/** A program that leaves a mark where it ran, and passes on what it is given. */
const SPY = '#!/bin/sh\necho ran >> "$(dirname "$0")/ran"\nexec cat\n';

/** The facts of the sandbox in a real repository of Git, below a folder of it. */
export class FactRepository extends SignedSandbox {
  public readonly root = join(this.folder, 'repository');
  readonly #spy = join(this.folder, 'spy');

  public constructor() {
    super('repository/gov/environments/sandbox');
    this.git('init', '--quiet', '--initial-branch=main');
    writeFileSync(join(this.root, '.gitattributes'), '*.ts filter=spy\nnation.ts filter=other\n');
    writeFileSync(this.#spy, SPY);
    chmodSync(this.#spy, 0o755);
  }

  /** The option by which commands find the facts. */
  public get env(): readonly string[] {
    return ['--env', 'repository/gov/environments/sandbox'];
  }

  public git(...given: readonly string[]): string {
    return execFileSync('git', given, { cwd: this.root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** Commits everything as somebody, under a tag. */
  public commit(tag: string, mail: string): void {
    const who = ['-c', `user.email=${mail}`, '-c', 'user.name=Somebody'];
    this.git('add', '--all');
    this.git(...who, 'commit', '--quiet', '--message', tag);
    this.git('tag', tag);
  }

  /** Lets Git run a program at every checkout: as a hook, as filters of fact files, and to look for changes. */
  public spyOnCheckouts(): void {
    const hook = join(this.root, '.git/hooks/post-checkout');
    writeFileSync(hook, `#!/bin/sh\nexec "${this.#spy}" < /dev/null\n`);
    chmodSync(hook, 0o755);
    this.git('config', 'filter.spy.smudge', this.#spy);
    this.git('config', 'filter.spy.required', 'true');
    this.git('config', 'filter.other.process', this.#spy);
    this.git('config', 'core.fsmonitor', this.#spy);
  }

  /** Whether one of these programs ran. */
  public get spyRan(): boolean {
    return existsSync(join(this.folder, 'ran'));
  }

  /** Worktrees that were left behind: folders, and what Git has noted of them. */
  public leftovers(): readonly string[] {
    const trees = this.git('worktree', 'list', '--porcelain').match(/^worktree .*/gm) ?? [];
    const notes = join(this.root, '.git/worktrees');
    return [...trees.slice(1), ...(existsSync(notes) ? readdirSync(notes) : [])];
  }
}
