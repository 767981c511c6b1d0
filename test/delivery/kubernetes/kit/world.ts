import type { Clock, Outside } from '../../../../delivery/kubernetes/client/outside';

/** The real clock, and no jitter: for tests in which nothing waits long. */
export const realOutside: Outside = {
  clock: {
    now: () => Date.now(),
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  },
  random: () => 0,
};

/** A clock that a test moves by hand. */
export interface ManualClock extends Clock {
  /** Lets so much time go by, and runs what falls due. */
  advance(milliseconds: number): void;
  /** What is waited for, in milliseconds from now, sorted. */
  readonly pending: () => readonly number[];
}

/** Makes a clock that stands at a time. */
export function manualClock(start = Date.parse('2026-01-01T00:00:00Z')): ManualClock {
  let now = start;
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  return {
    now: () => now,
    after: (milliseconds, run) => {
      const timer = { at: now + milliseconds, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance: (milliseconds) => {
      now += milliseconds;
      for (const timer of [...timers].filter(({ at }) => at <= now)) {
        timers.delete(timer);
        timer.run();
      }
    },
    pending: () => [...timers].map(({ at }) => at - now).toSorted((a, b) => a - b),
  };
}

/** A world in which every wait is over at once, and which keeps how long it would have been. */
export function hastyOutside(random: () => number = () => 0): Outside & { readonly waits: readonly number[] } {
  const waits: number[] = [];
  return {
    waits,
    random,
    clock: {
      now: () => realOutside.clock.now(),
      /* Timeouts of requests are long and must not fall due; waits between tries are shorter. */
      after: (milliseconds, run) => {
        if (milliseconds >= 10_000) return () => undefined;
        waits.push(milliseconds);
        const timer = setImmediate(run);
        return () => clearImmediate(timer);
      },
    },
  };
}
