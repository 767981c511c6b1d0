import { listAt, textAt } from '../../../resources/json-path';
import type { Resource } from '../../../resources/resource';
import type { ClusterClient } from '../client/cluster-client';
import type { KindTable } from '../client/kinds/kind-table';
import { poll } from '../client/poll';

/** What a definition defines. */
interface Defined {
  readonly apiVersion: string;
  readonly kind: string;
}

/** How definitions are waited for. */
export interface DefinitionWait {
  readonly patienceMilliseconds: number;
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/** Waits until the server offers all kinds that these definitions define; the names of those it doesn't offer in time. */
export async function awaitDefinitions(
  client: ClusterClient,
  definitions: readonly Resource[],
  { patienceMilliseconds, signal }: DefinitionWait,
): Promise<readonly string[]> {
  const wanted = definitions.flatMap(definedKinds);
  let missing: readonly Defined[] = wanted;
  await poll({ outside: client.outside, patienceMilliseconds, signal }, async () => {
    const kinds = await client.kinds({ refresh: true, signal });
    if (kinds.ok) missing = missingKinds(kinds.value, wanted);
    return missing.length === 0 ? missing : undefined;
  });
  return missing.map(({ apiVersion, kind }) => `${kind} (${apiVersion})`);
}

function missingKinds(table: KindTable, wanted: readonly Defined[]): readonly Defined[] {
  return wanted.filter(({ apiVersion, kind }) => table.tryFind(apiVersion, kind) === undefined);
}

/** The kinds that a CustomResourceDefinition serves, in each of its versions. */
export function definedKinds({ kind: own, body }: Resource): readonly Defined[] {
  if (own !== 'CustomResourceDefinition') return [];
  const group = textAt(body, 'spec', 'group') ?? '';
  const kind = textAt(body, 'spec', 'names', 'kind') ?? '';
  return listAt(body, 'spec', 'versions').flatMap((version) => {
    const name = textAt(version, 'name');
    const isServed = (version as { readonly served?: unknown }).served === true;
    return name === undefined || !isServed ? [] : [{ apiVersion: `${group}/${name}`, kind }];
  });
}
