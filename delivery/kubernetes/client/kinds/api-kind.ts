/** A kind as an API server offers it. */
export interface ApiKind {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** Its name in paths. */
  readonly plural: string;
  readonly namespaced: boolean;
  readonly verbs: ReadonlySet<string>;
}

/** What names one object in a cluster. */
export interface ObjectRef {
  readonly apiVersion: string;
  readonly kind: string;
  /** @default - cluster-scoped */
  readonly namespace?: string | undefined;
  readonly name: string;
}

/** The group of an `apiVersion`: `apps` of `apps/v1`, empty of `v1`. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? '' : apiVersion.slice(0, slash);
}

/** The `apiVersion` of a kind. */
export function apiVersionOf({ group, version }: Pick<ApiKind, 'group' | 'version'>): string {
  return group === '' ? version : `${group}/${version}`;
}

/** What is the same for all versions of a kind: `Deployment.apps`, `Namespace`. */
export function groupKind(group: string, kind: string): string {
  return group === '' ? kind : `${kind}.${group}`;
}

/** A key that tells objects of one cluster apart, whatever version they are asked for in. */
export function refKey({ apiVersion, kind, namespace, name }: ObjectRef): string {
  return `${groupKind(groupOf(apiVersion), kind)}/${namespace ?? '-'}/${name}`;
}

/** Path of the objects of a kind, in one namespace or in all. */
export function collectionPath(kind: ApiKind, namespace: string | undefined): string {
  const base = kind.group === '' ? `/api/${kind.version}` : `/apis/${kind.group}/${kind.version}`;
  const within = kind.namespaced && namespace !== undefined ? `/namespaces/${encodeURIComponent(namespace)}` : '';
  return `${base}${within}/${kind.plural}`;
}

/** Path of one object. */
export function objectPath(kind: ApiKind, { namespace, name }: Pick<ObjectRef, 'namespace' | 'name'>): string {
  return `${collectionPath(kind, namespace)}/${encodeURIComponent(name)}`;
}
