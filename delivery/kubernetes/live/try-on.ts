import type { Resource } from '../../../resources/resource';
import type { ApiResult } from '../client/answer/api-failure';
import type { ClusterClient } from '../client/cluster-client';
import type { Applied } from '../client/verbs/apply';
import { versionOf } from './object-version';
import type { Standing } from './standing';

/** An object to try on what stands. */
export interface TryingOn {
  readonly resource: Resource;
  readonly standing: Standing;
  /** Also takes fields from others.
   * @default false
   */
  readonly force?: boolean | undefined;
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/** What the server would make of an object, and the very state that it made it of. */
export interface TriedOn {
  readonly result: ApiResult<Applied>;
  readonly standing: Standing;
}

const READINGS_MAX = 4;

/**
 * Applies an object by a dry run. When somebody changed it between reading and trying, it is read again, so that what
 * others do isn't taken for what we would do.
 */
export async function tryOn(
  client: ClusterClient,
  { resource, force = false, signal, ...trying }: TryingOn,
): Promise<TriedOn> {
  let { standing } = trying;
  for (let reading = 1; ; reading += 1) {
    const result = await client.apply(resource, resource.body, { dryRun: true, force, signal });
    if (!result.ok || standing.kind !== 'there' || reading === READINGS_MAX) return { result, standing };
    const [read, tried] = [versionOf(standing.object), versionOf(result.value.object)];
    if (read.resourceVersion === tried.resourceVersion) return { result, standing };
    const again = await client.get(resource, { signal });
    if (!again.ok) return { result: again, standing };
    standing = { kind: 'there', object: again.value };
  }
}
