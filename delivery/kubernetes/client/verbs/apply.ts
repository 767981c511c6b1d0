import type { JsonObject } from '../../../../resources/resource';
import type { ApiResult } from '../answer/api-failure';
import { objectPath, type ApiKind } from '../kinds/api-kind';
import type { Call } from '../kinds/discover';
import { subjectOf, withObject } from './object-answer';

/** The name under which we own fields. */
export const FIELD_MANAGER = 'ndc';

/** How an object is applied. */
export interface ApplyOptions {
  /** Takes fields from other managers.
   * @default false
   */
  readonly force?: boolean | undefined;
  /** Lets the server do all but keep it.
   * @default false
   */
  readonly dryRun?: boolean | undefined;
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/** An object as the server has it after an apply. */
export interface Applied {
  readonly object: JsonObject;
  /** Whether the server says that it wasn't there before; false also when an earlier try of ours made it. */
  readonly isCreated: boolean;
  /** Whether more than one try was needed, so that an earlier one may have done the work. */
  readonly isRepeated: boolean;
}

/**
 * Server-side apply (KEP-555) with strict validation of fields. Doing it twice is the same as once, so it is tried again
 * whenever its answer is lost.
 */
export async function applyObject(
  call: Call,
  kind: ApiKind,
  { body, namespace, name, force = false, dryRun = false, signal }: ApplyOptions & ApplyTarget,
): Promise<ApiResult<Applied>> {
  const result = await call({
    method: 'PATCH',
    path: objectPath(kind, { namespace, name }),
    query: {
      dryRun: dryRun ? 'All' : undefined,
      fieldManager: FIELD_MANAGER,
      fieldValidation: 'Strict',
      force: force ? 'true' : 'false',
    },
    body: { type: 'application/apply-patch+yaml', value: body },
    repeat: 'always',
    subject: subjectOf(kind, namespace),
    signal,
  });
  const CREATED = 201;
  return withObject(result, (object, { status, attempts }) => ({
    object,
    isCreated: status === CREATED,
    isRepeated: attempts > 1,
  }));
}

/** What is applied where. */
export interface ApplyTarget {
  readonly body: JsonObject;
  /** @default - cluster-scoped */
  readonly namespace?: string | undefined;
  readonly name: string;
}
