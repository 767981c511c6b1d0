import type { Io } from '../../cli/io';

/** A world in memory, and what a command said in it. */
export interface CapturedIo {
  readonly io: Io;
  /** What was written for the caller so far. */
  readonly out: () => string;
  /** What was said to the person so far. */
  readonly err: () => string;
}

/** A world whose streams are kept and whose clock stands still; bend any part of it. */
export function captureIo(bend: Partial<Io> = {}): CapturedIo {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    terminal: false,
    color: false,
    now: () => new Date('2026-10-01T00:00:00Z'),
    cwd: process.cwd(),
    environment: {},
    ...bend,
  };
  return { io, out: () => out.join(''), err: () => err.join('') };
}
