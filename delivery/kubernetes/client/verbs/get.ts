import type { JsonObject } from '../../../../resources/resource';
import type { ApiResult } from '../answer/api-failure';
import { objectPath, type ApiKind, type ObjectRef } from '../kinds/api-kind';
import type { Call } from '../kinds/discover';
import { subjectOf, withObject } from './object-answer';

/** How much of an object is read. */
export type Extent = 'whole' | 'metadata';

/** Options of reading. */
export interface ReadOptions {
  /** Metadata alone keeps secrets and bulk on the server.
   * @default 'whole'
   */
  readonly extent?: Extent | undefined;
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/** The media type that asks for the wanted extent of one object or of a list. */
export function acceptOf(extent: Extent, of: '' | 'List'): string {
  return extent === 'whole' ? 'application/json' : `application/json;as=PartialObjectMetadata${of};g=meta.k8s.io;v=v1`;
}

/** Reads one object. */
export async function getObject(
  call: Call,
  kind: ApiKind,
  { namespace, name, extent = 'whole', signal }: Pick<ObjectRef, 'namespace' | 'name'> & ReadOptions,
): Promise<ApiResult<JsonObject>> {
  const result = await call({
    method: 'GET',
    path: objectPath(kind, { namespace, name }),
    accept: acceptOf(extent, ''),
    repeat: 'always',
    subject: subjectOf(kind, namespace),
    signal,
  });
  return withObject(result, (object) => object);
}
