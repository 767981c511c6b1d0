import type { ApiClient } from '../api/api-client';
import type { ClusterSpec } from '../sandbox-spec';
import { fieldOf, itemsOf } from '../api/answer-fields';
import { until, type UntilOptions } from './until';

const PATH = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

type Definition = ClusterSpec['definitions'][number];

/** Installs definitions of resources and waits until each of their kinds is served; tells which aren't, by name. */
export async function installDefinitions(
  client: ApiClient,
  definitions: readonly Definition[],
  options: UntilOptions,
): Promise<readonly string[]> {
  await Promise.all(definitions.map((one) => client.apply(`${PATH}/${one.metadata.name}`, one)));
  const served = await until(async () => {
    const missing = await unservedDefinitions(client, definitions);
    return missing.length === 0 ? missing : undefined;
  }, options);
  return served ?? unservedDefinitions(client, definitions);
}

/** Names of the definitions that an API server doesn't serve in each of their versions. */
export async function unservedDefinitions(
  client: ApiClient,
  definitions: readonly Definition[],
): Promise<readonly string[]> {
  const wanted = definitions.flatMap(({ metadata, spec }) =>
    spec.versions
      .filter(({ served }) => served)
      .map(({ name }) => ({ name: metadata.name, groupVersion: `${spec.group}/${name}`, kind: spec.names.kind })),
  );
  const groupVersions = [...new Set(wanted.map(({ groupVersion }) => groupVersion))];
  const kinds = new Map(
    await Promise.all(groupVersions.map(async (one) => [one, await servedKinds(client, one)] as const)),
  );
  const missing = wanted.filter(({ groupVersion, kind }) => kinds.get(groupVersion)?.has(kind) !== true);
  return [...new Set(missing.map(({ name }) => name))].toSorted();
}

async function servedKinds(client: ApiClient, groupVersion: string): Promise<ReadonlySet<string>> {
  const { body } = await client.get(`/apis/${groupVersion}`);
  return new Set(itemsOf(body, 'resources').map((one) => String(fieldOf(one, 'kind'))));
}
