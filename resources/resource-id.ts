/** What names an object beside its cluster. */
export interface ObjectName {
  readonly kind: string;
  /** @default - cluster-scoped, or not of Kubernetes */
  readonly namespace?: string | undefined;
  readonly name: string;
}

/** The id of a resource: `<cluster or site>/<Kind>/<namespace or ->/<name>`. */
export function resourceId(place: string, { kind, namespace, name }: ObjectName): string {
  return `${place}/${kind}/${namespace ?? '-'}/${name}`;
}
