import type { Model } from '../../model/model';
import type { Assembly, AssemblyFile, IntegrityFinding } from '../../resources/assembly';
import type { JsonObject, Resource } from '../../resources/resource';
import { resourceId } from '../../resources/resource-id';
import { textAt } from '../../resources/json-path';
import { AssemblyView } from '../../resources/view/assembly-view';
import { healthyModel } from './healthy-model';

/** The cluster of objects that don't say theirs. */
export const CLUSTER = 'dc-north-shared-0';

/** A Kubernetes object with what the manifest says of it; `body` alone is enough. */
export type GivenResource = Partial<Omit<Resource, 'body'>> & { readonly body: JsonObject };

/** What a view in memory is made of. */
export interface GivenAssembly {
  /** @default - the healthy model */
  readonly model?: Model;
  /** Plain Kubernetes objects, or objects with what the manifest says of them (`{ body, system, … }`).
   * @default - none
   */
  readonly resources?: readonly (JsonObject | GivenResource)[];
  /** @default - none */
  readonly files?: readonly AssemblyFile[];
  /** @default - none */
  readonly integrity?: readonly IntegrityFinding[];
}

/**
 * A view over objects in memory, as if read from disk. Plain objects stand in the cluster `dc-north-shared-0` of
 * the site `dc-north`; those in a namespace of the model get that namespace's tenant, system, zone and level.
 */
export function viewOf(given: GivenAssembly = {}): AssemblyView {
  const model = given.model ?? healthyModel();
  const resources = (given.resources ?? []).map((one) => resourceFrom(one, model));
  const assembly: Assembly = {
    environment: model.environment,
    digest: `sha256:${'0'.repeat(64)}`,
    tools: {},
    model,
    facts: {},
    files: given.files ?? [],
    resources: resources.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    integrity: given.integrity ?? [],
    unknownKinds: [],
  };
  return new AssemblyView(assembly);
}

/** The id that `viewOf` gives an object: `<cluster>/<Kind>/<namespace or ->/<name>`. */
export function idOf(kind: string, name: string, namespace?: string): string {
  return resourceId(CLUSTER, { kind, namespace, name });
}

function resourceFrom(given: JsonObject | GivenResource, model: Model): Resource {
  const { body, ...stated } = isGiven(given) ? given : { body: given };
  const kind = stated.kind ?? textAt(body, 'kind') ?? '';
  const name = stated.name ?? textAt(body, 'metadata', 'name') ?? '';
  const namespace = stated.namespace ?? textAt(body, 'metadata', 'namespace');
  const cluster = 'cluster' in stated ? stated.cluster : CLUSTER;
  const site = stated.site ?? model.clusters.find((one) => one.id === cluster)?.site ?? 'dc-north';
  const place = kind === 'Namespace' ? name : namespace;
  const owner = model.namespaces.find((one) => one.cluster === cluster && one.name === place);
  return {
    id: resourceId(cluster ?? site, { kind, namespace, name }),
    apiVersion: textAt(body, 'apiVersion') ?? 'cloudformation',
    kind,
    name,
    namespace,
    cluster,
    site,
    body,
    artifact: {
      file: `kubernetes/${cluster ?? site}/test.yaml`,
      engine: 'kubernetes',
      address: `${kind}/${namespace ?? '-'}/${name}`,
    },
    constructPath: `test/${kind}/${name}`,
    source: 'facts.ts:1',
    tenant: owner?.tenant,
    system: owner?.system,
    zone: owner?.zone,
    level: owner?.level,
    ...stated,
  };
}

function isGiven(given: JsonObject | GivenResource): given is GivenResource {
  return 'body' in given;
}
