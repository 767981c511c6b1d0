import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemErrorCode } from '../../resources/read/folder';
import { failure, problem, success, type Problem, type Result } from '../../model/problem';

/** A process as a lock names it: a number that is used again later is told apart by when the process began. */
export interface LockHolder {
  readonly pid: number;
  /** When the process began, in the operating system's own count. */
  readonly started: string;
  readonly host: string;
  readonly since: string;
}

/** What taking a lock needs of the outside. */
export interface LockOptions {
  readonly file: string;
  readonly holder: LockHolder;
  /** Whether the process that a lock names still runs. */
  readonly isRunning: (holder: LockHolder) => boolean;
}

/** A lock that is held. */
export interface DeployLock {
  /** The dead holder that it was taken from.
   * @default - it was free
   */
  readonly tookOverFrom?: LockHolder | undefined;
  release(): void;
}

/**
 * Takes the lock of a state folder, so that two deploys never run at once. A lock whose process is gone is taken over;
 * one of another machine never is, since nothing here can tell whether it runs.
 */
export function takeLock(options: LockOptions): Result<DeployLock> {
  mkdirSync(dirname(options.file), { recursive: true });
  if (tryCreate(options)) return success({ release: () => rmSync(options.file, { force: true }) });
  const held = readHolder(options.file);
  if (held !== undefined && (held.host !== options.holder.host || options.isRunning(held)))
    return failure([lockHeld(options.file, held)]);
  rmSync(options.file, { force: true });
  if (!tryCreate(options)) return failure([lockHeld(options.file, readHolder(options.file))]);
  return success({ tookOverFrom: held, release: () => rmSync(options.file, { force: true }) });
}

/** The file appears with its whole content or not at all, and never in the place of another. */
function tryCreate({ file, holder }: LockOptions): boolean {
  const draft = `${file}.${holder.pid}`;
  writeFileSync(draft, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Who a lock file names; undefined when it is gone or holds something else, which no running deploy writes. */
function readHolder(file: string): LockHolder | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isHolder(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isHolder(value: unknown): value is LockHolder {
  if (typeof value !== 'object' || value === null) return false;
  const one = value as Readonly<Record<string, unknown>>;
  return Number.isSafeInteger(one['pid']) && ['started', 'host', 'since'].every((key) => typeof one[key] === 'string');
}

function lockHeld(file: string, holder: LockHolder | undefined): Problem {
  return problem({
    code: 'deploy-running',
    at: [file],
    what: 'another deploy of this state runs',
    got:
      holder === undefined ? 'a lock taken just now' : `process ${holder.pid} on ${holder.host} since ${holder.since}`,
    want: 'one deploy at a time',
    next: 'wait for it, or end that process and run resume',
  });
}
