import { sleep, type Outside } from './outside';

/** How something is waited for. */
export interface Polling {
  readonly outside: Outside;
  /** How long in all. */
  readonly patienceMilliseconds: number;
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

const FIRST_MILLISECONDS = 50;
const LONGEST_MILLISECONDS = 2_000;

/**
 * Asks again and again, at growing intervals, until there is an answer; undefined when patience or the caller's wish runs
 * out before. It always asks at least once.
 */
export async function poll<T>(
  { outside, patienceMilliseconds, signal }: Polling,
  ask: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const end = outside.clock.now() + patienceMilliseconds;
  for (let wait = FIRST_MILLISECONDS; ; wait = Math.min(LONGEST_MILLISECONDS, wait * 2)) {
    const answer = await ask();
    if (answer !== undefined || signal?.aborted === true) return answer;
    const left = end - outside.clock.now();
    if (left <= 0) return undefined;
    const jittered = wait / 2 + outside.random() * (wait / 2);
    if (!(await sleep(outside, Math.min(left, jittered), signal))) return undefined;
  }
}
