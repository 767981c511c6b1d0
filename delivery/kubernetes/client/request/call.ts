import type { JsonValue } from '../../../../resources/resource';

/** What may be tried again after its answer was lost. */
export type Repeat =
  /** Doing it twice is the same as once. */
  | 'always'
  /** Only when the server surely did nothing of it. */
  | 'unless-it-may-have-happened';

/** One call of the API, in words of the API. */
export interface ApiCall {
  readonly method: 'GET' | 'PATCH' | 'POST' | 'PUT' | 'DELETE';
  /** Path below the API's base, without query. */
  readonly path: string;
  /** @default - none */
  readonly query?: Readonly<Record<string, string | undefined>> | undefined;
  /** @default - none */
  readonly body?: { readonly type: string; readonly value: unknown } | undefined;
  /** @default - application/json */
  readonly accept?: string | undefined;
  readonly repeat: Repeat;
  /** What it is about, for its failures.
   * @default - no object
   */
  readonly subject?: CallSubject;
  /** @default - as the client says */
  readonly answerBytesMax?: number | undefined;
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/** What a call is about. */
export interface CallSubject {
  readonly plural: string;
  /** @default - cluster-scoped */
  readonly namespace?: string | undefined;
  readonly isSecret: boolean;
}

/** A good answer. */
export interface ApiAnswer {
  readonly status: number;
  readonly value: JsonValue;
  /** Tries that it took; with more than one, an earlier one may have done the work. */
  readonly attempts: number;
}

/** Path and query of a call; the query's order is fixed. */
export function pathOf(basePath: string, { path, query = {} }: ApiCall): string {
  const pairs = Object.entries(query)
    .filter((pair): pair is [string, string] => pair[1] !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`);
  return `${basePath}${path}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
}
