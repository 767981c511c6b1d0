import { textAt } from '../../resources/json-path';
import type { JsonObject } from '../../resources/resource';
import type { ApiResult } from '../kubernetes/client/answer/api-failure';
import type { ClusterClient } from '../kubernetes/client/cluster-client';

/** One object that a cluster is asked about. */
export interface AskedObject {
  readonly object: JsonObject;
  /** @default - cluster-scoped */
  readonly namespace?: string | undefined;
}

/** Asks a cluster to take an object by a dry run, which passes all admission and keeps nothing. */
export function askDry(client: ClusterClient, { object, namespace }: AskedObject): Promise<ApiResult<unknown>> {
  const ref = {
    apiVersion: textAt(object, 'apiVersion') ?? '',
    kind: textAt(object, 'kind') ?? '',
    namespace,
    name: textAt(object, 'metadata', 'name') ?? '',
  };
  return client.apply(ref, object, { dryRun: true });
}
