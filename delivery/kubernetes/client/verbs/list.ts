import { isObject, listAt, textAt } from '../../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../../resources/resource';
import { answered, failed, type ApiFailure, type ApiResult } from '../answer/api-failure';
import { apiVersionOf, collectionPath, type ApiKind } from '../kinds/api-kind';
import type { Call } from '../kinds/discover';
import { acceptOf, type ReadOptions } from './get';
import { subjectOf } from './object-answer';

/** What is listed. */
export interface ListOptions extends ReadOptions {
  /** @default - all namespaces */
  readonly namespace?: string | undefined;
  /** @default - whatever labels */
  readonly labelSelector?: string | undefined;
  /** Objects of one page.
   * @default 500
   */
  readonly pageSize?: number | undefined;
}

const PAGE_SIZE = 500;
const PAGE_BYTES_MAX = 64 * 2 ** 20;
const OBJECTS_MAX = 1_000_000;
const RESTARTS_MAX = 3;

/**
 * Lists all objects of a kind, page by page, as they stood at one moment. When the server has forgotten that moment (410)
 * it begins again; a page that is too large is asked for in smaller ones.
 */
export async function listObjects(
  call: Call,
  kind: ApiKind,
  options: ListOptions = {},
): Promise<ApiResult<readonly JsonObject[]>> {
  let pageSize = options.pageSize ?? PAGE_SIZE;
  let failure: ApiFailure = { kind: 'expired', message: 'the list expired' };
  for (let restart = 0; restart <= RESTARTS_MAX;) {
    const read = await readPages(call, kind, { ...options, pageSize });
    if (read.ok) return read;
    failure = read.failure;
    if (failure.kind === 'too-large' && pageSize > 1) pageSize = Math.ceil(pageSize / 10);
    else if (failure.kind === 'expired') restart += 1;
    else return read;
  }
  return failed(failure);
}

async function readPages(call: Call, kind: ApiKind, options: ListOptions): Promise<ApiResult<readonly JsonObject[]>> {
  const objects: JsonObject[] = [];
  let next: string | undefined;
  do {
    const page = await readPage(call, kind, { ...options, next });
    if (!page.ok) return page;
    for (const one of page.value.objects) objects.push(one);
    next = page.value.next;
    if (objects.length > OBJECTS_MAX) {
      return failed({ kind: 'too-large', message: `more than ${OBJECTS_MAX} objects`, mayHaveHappened: false });
    }
  } while (next !== undefined);
  return answered(objects);
}

interface Page {
  readonly objects: readonly JsonObject[];
  readonly next: string | undefined;
}

async function readPage(
  call: Call,
  kind: ApiKind,
  { namespace, labelSelector, pageSize, extent = 'whole', signal, next }: ListOptions & { next: string | undefined },
): Promise<ApiResult<Page>> {
  const result = await call({
    method: 'GET',
    path: collectionPath(kind, namespace),
    query: { continue: next, labelSelector, limit: String(pageSize) },
    accept: acceptOf(extent, 'List'),
    repeat: 'always',
    subject: subjectOf(kind, namespace),
    answerBytesMax: PAGE_BYTES_MAX,
    signal,
  });
  if (!result.ok) return result;
  const page = readItems(result.value.value, kind);
  return page === undefined
    ? failed({ kind: 'bad-answer', message: 'no list', mayHaveHappened: false })
    : answered(page, result.warnings);
}

/** Items of a list don't repeat the kind, which is put back; an empty list may have none at all. */
function readItems(value: JsonValue, kind: ApiKind): Page | undefined {
  const isList = isObject(value) && (textAt(value, 'kind') ?? '').endsWith('List');
  if (!isList || (value['items'] !== null && !Array.isArray(value['items']))) return undefined;
  const objects = listAt(value, 'items')
    .filter(isObject)
    .map((one) => ({ ...one, apiVersion: apiVersionOf(kind), kind: kind.kind }));
  const next = textAt(value, 'metadata', 'continue');
  return { objects, next: next === '' ? undefined : next };
}
