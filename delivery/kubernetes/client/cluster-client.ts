import type { JsonObject } from '../../../resources/resource';
import type { ClusterAccess } from '../connect/cluster-access';
import { failed, type ApiResult } from './answer/api-failure';
import { certificateEnd } from './certificate-end';
import type { ApiKind, ObjectRef } from './kinds/api-kind';
import { discoverKinds, type Call } from './kinds/discover';
import { isUntold, type KindTable } from './kinds/kind-table';
import type { Outside } from './outside';
import { defaultRetryPolicy, type RetryPolicy } from './request/backoff';
import { makeCall } from './request/caller';
import { applyObject, type Applied, type ApplyOptions } from './verbs/apply';
import { deleteObject, type Deletion, type DeleteTarget } from './verbs/delete';
import { getObject, type ReadOptions } from './verbs/get';
import { listObjects, type ListOptions } from './verbs/list';
import { createObject, replaceObject } from './verbs/write';
import { openConnection } from './wire/connection';
import { ConnectionPool } from './wire/connection-pool';

/** Options of a cluster client. */
export interface ClientOptions {
  readonly access: ClusterAccess;
  readonly outside: Outside;
  /** Connections to the API server.
   * @default 2
   */
  readonly connections?: number | undefined;
  /** Requests under way on one connection; the server's own limit goes before.
   * @default 100
   */
  readonly requestsPerConnection?: number | undefined;
  /** The longest that one try of a request may take, in milliseconds.
   * @default 30000
   */
  readonly timeoutMilliseconds?: number | undefined;
  /** @default - about half a minute of patience */
  readonly retries?: RetryPolicy | undefined;
}

/** Something to stop by. */
export interface Cancellable {
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/** How kinds are asked for. */
export interface KindsOptions extends Cancellable {
  /** Whether the server is asked again.
   * @default false
   */
  readonly refresh?: boolean | undefined;
}

/** Talks to the API server of one cluster over connections that it keeps. Nothing here rejects for what a server does. */
export interface ClusterClient {
  /** Name of the kubeconfig context. */
  readonly context: string;
  /** Time and chance as it was given them. */
  readonly outside: Outside;
  /** The kinds that the server offers, asked for once; `refresh` asks again, as after new custom resource definitions. */
  kinds(options?: KindsOptions): Promise<ApiResult<KindTable>>;
  get(ref: ObjectRef, options?: ReadOptions): Promise<ApiResult<JsonObject>>;
  list(kind: ApiKind, options?: ListOptions): Promise<ApiResult<readonly JsonObject[]>>;
  apply(ref: ObjectRef, body: JsonObject, options?: ApplyOptions): Promise<ApiResult<Applied>>;
  create(ref: ObjectRef, body: JsonObject, options?: Cancellable): Promise<ApiResult<JsonObject>>;
  replace(ref: ObjectRef, body: JsonObject, options?: Cancellable): Promise<ApiResult<JsonObject>>;
  delete(ref: ObjectRef, target: Omit<DeleteTarget, 'namespace' | 'name'>): Promise<ApiResult<Deletion>>;
  /** Closes all connections; a process can't end before. */
  close(): void;
}

const ANSWER_BYTES_MAX = 8 * 2 ** 20;
const DEFAULTS = { connections: 2, requestsPerConnection: 100, timeoutMilliseconds: 30_000 } as const;

/** Makes a client; it connects with the first request. */
export function openCluster(options: ClientOptions): ClusterClient {
  const { access, outside } = options;
  const pool = new ConnectionPool((onClosing) => openConnection({ access, clock: outside.clock, onClosing }), {
    connections: options.connections ?? DEFAULTS.connections,
    streams: options.requestsPerConnection ?? DEFAULTS.requestsPerConnection,
  });
  const expires = certificateEnd(access);
  const calling = {
    send: pool.send.bind(pool),
    outside,
    retries: options.retries ?? defaultRetryPolicy,
    basePath: access.basePath,
    timeoutMilliseconds: options.timeoutMilliseconds ?? DEFAULTS.timeoutMilliseconds,
    answerBytesMax: ANSWER_BYTES_MAX,
    isExpired: () => expires !== undefined && outside.clock.now() > expires,
  };
  return clientOf({ context: access.context, outside, close: () => pool.close() }, (call) => makeCall(calling, call));
}

function clientOf(base: Pick<ClusterClient, 'context' | 'outside' | 'close'>, call: Call): ClusterClient {
  let table: Promise<ApiResult<KindTable>> | undefined;
  const kinds: ClusterClient['kinds'] = async ({ refresh = false, signal } = {}) => {
    if (refresh || table === undefined) table = discoverKinds(call, signal);
    const asked = table;
    const result = await asked;
    /* A failure isn't kept: the next one asks again. */
    if (!result.ok && table === asked) table = undefined;
    return result;
  };
  const withKind = async <T>(
    ref: ObjectRef,
    signal: AbortSignal | undefined,
    run: (kind: ApiKind) => Promise<ApiResult<T>>,
  ): Promise<ApiResult<T>> => {
    const known = await kinds({ signal });
    if (!known.ok) return known;
    const kind = resolveKind(known.value, ref);
    return kind.ok ? run(kind.value) : kind;
  };
  return {
    ...base,
    kinds,
    get: (ref, options = {}) => withKind(ref, options.signal, (kind) => getObject(call, kind, { ...ref, ...options })),
    list: (kind, options) => listObjects(call, kind, options),
    apply: (ref, body, options = {}) =>
      withKind(ref, options.signal, (kind) => applyObject(call, kind, { ...ref, ...options, body })),
    create: (ref, body, { signal } = {}) =>
      withKind(ref, signal, (kind) => createObject(call, kind, { ...ref, body, signal })),
    replace: (ref, body, { signal } = {}) =>
      withKind(ref, signal, (kind) => replaceObject(call, kind, { ...ref, body, signal })),
    delete: (ref, target) => withKind(ref, target.signal, (kind) => deleteObject(call, kind, { ...ref, ...target })),
  };
}

/** The kind of an object on this server, or why it can't be told. */
export function resolveKind(table: KindTable, { apiVersion, kind, namespace }: ObjectRef): ApiResult<ApiKind> {
  const found = table.tryFind(apiVersion, kind);
  if (found === undefined) {
    const message = `the server offers no ${kind} in ${apiVersion}`;
    return isUntold(table, apiVersion)
      ? failed({ kind: 'unavailable', message: `the server can't tell what ${apiVersion} has`, mayHaveHappened: false })
      : failed({ kind: 'kind-missing', message });
  }
  if (found.namespaced && namespace === undefined) {
    return failed({ kind: 'bad-request', message: `${kind} stands in a namespace, and none is named` });
  }
  return { ok: true, value: found, warnings: [] };
}
