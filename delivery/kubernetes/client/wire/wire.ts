/** One HTTP request to an API server. */
export interface WireRequest {
  readonly method: 'GET' | 'PATCH' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query. */
  readonly path: string;
  readonly accept: string;
  /** @default - no body */
  readonly body?: { readonly type: string; readonly text: string } | undefined;
  /** The longest that the whole answer may take. */
  readonly timeoutMilliseconds: number;
  /** The most that an answer may hold. */
  readonly answerBytesMax: number;
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/** A whole answer. */
export interface WireAnswer {
  readonly ok: true;
  readonly status: number;
  /** Seconds that the server asks to wait before the next try.
   * @default - it doesn't say
   */
  readonly retryAfterSeconds?: number | undefined;
  /** Texts of the `Warning` headers (RFC 7234, code 299). */
  readonly warnings: readonly string[];
  readonly body: Buffer;
}

/** Why there is no whole answer. */
export type WireFaultKind =
  /** Nobody listens there, or the name has no address. */
  | 'unreachable'
  /** No trust: certificate, name, protocol. */
  | 'tls'
  | 'server-certificate-expired'
  /** The connection or the stream broke. */
  | 'lost'
  | 'timeout'
  | 'too-large'
  | 'cancelled';

/** A request without a whole answer. */
export interface WireFault {
  readonly ok: false;
  readonly kind: WireFaultKind;
  readonly detail: string;
  /** False when the server surely did nothing of it, so that any request may be sent again. */
  readonly mayHaveHappened: boolean;
}

/** What became of a request. */
export type WireOutcome = WireAnswer | WireFault;

/** Makes a fault. */
export function wireFault(kind: WireFaultKind, detail: string, mayHaveHappened: boolean): WireFault {
  return { ok: false, kind, detail, mayHaveHappened };
}
