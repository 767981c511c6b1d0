import { textAt } from '../../../../resources/json-path';
import { answered, type ApiResult } from '../answer/api-failure';
import { objectPath, type ApiKind } from '../kinds/api-kind';
import type { Call } from '../kinds/discover';
import { subjectOf } from './object-answer';

/** What becomes of the objects that an object owns. */
export type Propagation = 'Background' | 'Foreground' | 'Orphan';

/** Which object is deleted: the one with this uid and no other of its name. */
export interface DeleteTarget {
  /** @default - cluster-scoped */
  readonly namespace?: string | undefined;
  readonly name: string;
  readonly uid: string;
  /** Only in this version: whoever changed it since has a reason.
   * @default - in whatever version
   */
  readonly resourceVersion?: string | undefined;
  readonly propagation: Propagation;
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/** `gone` at once, or `going`: the server waits for finalizers or owned objects. */
export type Deletion = 'gone' | 'going';

/** Deletes one object. The uid makes doing it twice the same as once. */
export async function deleteObject(
  call: Call,
  kind: ApiKind,
  { namespace, name, uid, resourceVersion, propagation, signal }: DeleteTarget,
): Promise<ApiResult<Deletion>> {
  const result = await call({
    method: 'DELETE',
    path: objectPath(kind, { namespace, name }),
    body: {
      type: 'application/json',
      value: {
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        preconditions: { uid, resourceVersion },
        propagationPolicy: propagation,
      },
    },
    repeat: 'always',
    subject: subjectOf(kind, namespace),
    signal,
  });
  if (!result.ok) return result;
  /* The server answers with the object while something holds it, and with a Status when it is gone. */
  const isGoing = textAt(result.value.value, 'metadata', 'deletionTimestamp') !== undefined;
  return answered(isGoing ? 'going' : 'gone', result.warnings);
}
