/** One rule of a cluster role: what may be done with which resources; nothing is ever a wildcard. */
export interface AccessRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** Names of the objects that it is about alone.
   * @default - all
   */
  readonly resourceNames?: readonly string[];
}

const readVerbs = ['get', 'list', 'watch'] as const;
const writeVerbs = ['create', 'update', 'patch', 'delete'] as const;

/** Reading resources of an API group. */
export function read(apiGroup: string, ...resources: readonly string[]): AccessRule {
  return { apiGroups: [apiGroup], resources, verbs: readVerbs };
}

/** Reading and writing resources of an API group. */
export function manage(apiGroup: string, ...resources: readonly string[]): AccessRule {
  return { apiGroups: [apiGroup], resources, verbs: [...readVerbs, ...writeVerbs] };
}

/** Some verbs alone. */
export function allow(apiGroup: string, resources: readonly string[], verbs: readonly string[]): AccessRule {
  return { apiGroups: [apiGroup], resources, verbs };
}

/** Reading objects of these names alone, whatever namespace they are in. */
export function readNamed(apiGroup: string, resource: string, resourceNames: readonly string[]): AccessRule {
  return { apiGroups: [apiGroup], resources: [resource], verbs: ['get'], resourceNames };
}
