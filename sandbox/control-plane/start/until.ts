import { setTimeout as pause } from 'node:timers/promises';

const FIRST_MILLISECONDS = 50;
const LAST_MILLISECONDS = 1_000;
const FACTOR = 1.5;

/** How long to look for something. */
export interface UntilOptions {
  readonly now: () => Date;
  readonly milliseconds: number;
}

/** Looks for something, ever less often, until it is there; undefined when it isn't in time. */
export async function until<T>(probe: () => Promise<T | undefined>, options: UntilOptions): Promise<T | undefined> {
  const end = options.now().getTime() + options.milliseconds;
  for (let wait = FIRST_MILLISECONDS; ; wait = Math.min(LAST_MILLISECONDS, wait * FACTOR)) {
    const found = await probe();
    if (found !== undefined) return found;
    if (options.now().getTime() + wait > end) return undefined;
    await pause(wait);
  }
}
