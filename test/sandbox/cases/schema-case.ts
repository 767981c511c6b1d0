/** One way to write a kind wrong: the legal form, the form bent in one place, and the pointer to that place. */
export interface SchemaCase {
  readonly name: string;
  readonly legal: object;
  readonly illegal: object;
  /** JSON pointer of the only violation. */
  readonly at: string;
}

/** Metadata of an object in a namespace. */
export const inNamespace = { metadata: { name: 'a', namespace: 'b' } };

/** Metadata of an object of the whole cluster. */
export const ofCluster = { metadata: { name: 'a' } };

/** A case about the spec alone of one kind. */
export function specCase(
  head: { readonly apiVersion: string; readonly kind: string; readonly metadata: object },
  { name, legal, illegal, at }: SchemaCase,
): SchemaCase {
  return { name: `${head.kind}: ${name}`, legal: { ...head, spec: legal }, illegal: { ...head, spec: illegal }, at };
}
