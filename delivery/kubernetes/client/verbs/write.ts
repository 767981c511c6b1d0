import type { JsonObject } from '../../../../resources/resource';
import type { ApiResult } from '../answer/api-failure';
import { collectionPath, objectPath, type ApiKind } from '../kinds/api-kind';
import type { Call } from '../kinds/discover';
import { FIELD_MANAGER, type ApplyTarget } from './apply';
import { subjectOf, withObject } from './object-answer';

const query = { fieldManager: FIELD_MANAGER, fieldValidation: 'Strict' };

/** An object to write, and how to stop. */
export interface WriteTarget extends ApplyTarget {
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/** Makes an object; one that is there is a failure. Not tried again when it may have been made. */
export async function createObject(
  call: Call,
  kind: ApiKind,
  { body, namespace, signal }: WriteTarget,
): Promise<ApiResult<JsonObject>> {
  const result = await call({
    method: 'POST',
    path: collectionPath(kind, namespace),
    query,
    body: { type: 'application/json', value: body },
    repeat: 'unless-it-may-have-happened',
    subject: subjectOf(kind, namespace),
    signal,
  });
  return withObject(result, (object) => object);
}

/**
 * Replaces an object as a whole. Its body carries the resourceVersion that it was read in, so that two writers can't
 * undo each other; not tried again when it may have been written.
 */
export async function replaceObject(
  call: Call,
  kind: ApiKind,
  { body, namespace, name, signal }: WriteTarget,
): Promise<ApiResult<JsonObject>> {
  const result = await call({
    method: 'PUT',
    path: objectPath(kind, { namespace, name }),
    query,
    body: { type: 'application/json', value: body },
    repeat: 'unless-it-may-have-happened',
    subject: subjectOf(kind, namespace),
    signal,
  });
  return withObject(result, (object) => object);
}
