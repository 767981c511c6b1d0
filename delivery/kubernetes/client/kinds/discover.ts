import { listAt, objectAt, textAt, textsAt } from '../../../../resources/json-path';
import type { JsonValue } from '../../../../resources/resource';
import { answered, failed, type ApiResult } from '../answer/api-failure';
import type { ApiAnswer, ApiCall } from '../request/call';
import type { ApiKind } from './api-kind';
import { kindTable, type KindTable } from './kind-table';

/** Aggregated discovery, stable since Kubernetes 1.30 (KEP-3352): all groups, versions and resources in two answers. */
const ACCEPT = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/** Makes a call of the API. */
export type Call = (call: ApiCall) => Promise<ApiResult<ApiAnswer>>;

/** Asks a server which kinds it offers. */
export async function discoverKinds(call: Call, signal: AbortSignal | undefined): Promise<ApiResult<KindTable>> {
  const [core, groups] = await Promise.all(
    ['/api', '/apis'].map((path) => call({ method: 'GET', path, accept: ACCEPT, repeat: 'always', signal })),
  );
  const all: ApiKind[] = [];
  const untold = new Set<string>();
  for (const result of [core, groups]) {
    if (result === undefined) continue;
    if (!result.ok) return result;
    if (textAt(result.value.value, 'kind') !== 'APIGroupDiscoveryList') {
      return failed({ kind: 'bad-answer', message: 'no aggregated discovery', mayHaveHappened: false });
    }
    for (const group of listAt(result.value.value, 'items')) readGroup(group, { all, untold });
  }
  return answered(kindTable(all, untold));
}

interface Found {
  readonly all: ApiKind[];
  readonly untold: Set<string>;
}

function readGroup(group: JsonValue, { all, untold }: Found): void {
  const name = textAt(group, 'metadata', 'name') ?? '';
  for (const written of listAt(group, 'versions')) {
    const version = textAt(written, 'version') ?? '';
    if (textAt(written, 'freshness') === 'Stale') untold.add(name === '' ? version : `${name}/${version}`);
    for (const resource of listAt(written, 'resources')) {
      const kind = readResource(resource, name, version);
      if (kind !== undefined) all.push(kind);
    }
  }
}

function readResource(resource: JsonValue, group: string, version: string): ApiKind | undefined {
  const plural = textAt(resource, 'resource') ?? '';
  const kind = textAt(objectAt(resource, 'responseKind'), 'kind') ?? '';
  if (plural === '' || kind === '') return undefined;
  const namespaced = textAt(resource, 'scope') === 'Namespaced';
  return { group, version, kind, plural, namespaced, verbs: new Set(textsAt(resource, 'verbs')) };
}
