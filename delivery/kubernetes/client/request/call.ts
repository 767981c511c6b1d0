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
  readonly body?: { readonly type: string; readonly value: object } | undefined;
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

/** Path and query of a call; the query stands in the order in which it is written. */
export function pathOf(basePath: string, { path, query = {} }: ApiCall): string {
  let written = '';
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) written += `${written === '' ? '?' : '&'}${key}=${encodeURIComponent(value)}`;
  }
  return `${basePath}${path}${written}`;
}
