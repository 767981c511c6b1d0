/** Time as the caller gives it. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Runs something once after so many milliseconds; the answer takes that back. */
  after(milliseconds: number, run: () => void): () => void;
}

/** What a client takes from outside beside the network: time, and chance for the jitter of its retries. */
export interface Outside {
  readonly clock: Clock;
  /** A number from 0 up to, but not, 1. */
  readonly random: () => number;
}

/** Waits; comes back at once when the signal says stop. Whether the time went by is the answer. */
export function sleep({ clock }: Outside, milliseconds: number, signal: AbortSignal | undefined): Promise<boolean> {
  if (signal?.aborted === true) return Promise.resolve(false);
  return new Promise((resolve) => {
    const stop = (): void => {
      cancel();
      resolve(false);
    };
    const cancel = clock.after(milliseconds, () => {
      signal?.removeEventListener('abort', stop);
      resolve(true);
    });
    signal?.addEventListener('abort', stop, { once: true });
  });
}
