/** How often and how patiently a request is tried again. */
export interface RetryPolicy {
  /** Tries in all, the first one counted. */
  readonly attempts: number;
  /** Upper bound of the wait before the second try; doubles with each further one. */
  readonly firstMilliseconds: number;
  /** No wait is longer, unless the server asks for more. */
  readonly longestMilliseconds: number;
  /** A server that asks for more than this isn't waited for. */
  readonly retryAfterSecondsMax: number;
}

/** Patience with a server that restarts or sheds load: about half a minute. */
export const defaultRetryPolicy: RetryPolicy = {
  attempts: 8,
  firstMilliseconds: 100,
  longestMilliseconds: 8_000,
  retryAfterSecondsMax: 60,
};

/**
 * Milliseconds to wait before the next try: a random part of an exponentially growing time (full jitter), after what the
 * server asked for. Undefined when the server asks for too much.
 */
export function backoff(
  policy: RetryPolicy,
  { attempt, retryAfterSeconds = 0 }: { readonly attempt: number; readonly retryAfterSeconds?: number | undefined },
  random: () => number,
): number | undefined {
  if (retryAfterSeconds > policy.retryAfterSecondsMax) return undefined;
  const longest = Math.min(policy.longestMilliseconds, policy.firstMilliseconds * 2 ** (attempt - 1));
  return retryAfterSeconds * 1_000 + Math.floor(random() * longest);
}
