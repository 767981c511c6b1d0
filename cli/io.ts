/** The outside world as a command sees it; tests give their own. */
export interface Io {
  /** Data for the caller. */
  readonly out: (text: string) => void;
  /** Progress and complaints for the person. */
  readonly err: (text: string) => void;
  /** Whether progress may rewrite its line. */
  readonly terminal: boolean;
  /** Whether text may be colored (`NO_COLOR` unset, and a terminal). */
  readonly color: boolean;
  readonly now: () => Date;
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The world of this process. */
export function processIo(): Io {
  const { stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) stream.on('error', endQuietly);
  const terminal = stderr.isTTY;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    terminal,
    color: terminal && (env['NO_COLOR'] ?? '') === '',
    now: () => new Date(),
    cwd: process.cwd(),
    environment: env,
  };
}

/** A reader that has seen enough, such as `head`, closes the pipe; what a command says then is said to nobody. */
function endQuietly(error: Error): void {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
}

/** Today as `YYYY-MM-DD` in Vietnam (UTC+7), where the deadlines of the law fall. */
export function today(io: Pick<Io, 'now'>): string {
  const VIETNAM_OFFSET_MILLISECONDS = 7 * 3_600_000;
  return new Date(io.now().getTime() + VIETNAM_OFFSET_MILLISECONDS).toISOString().slice(0, 10);
}
