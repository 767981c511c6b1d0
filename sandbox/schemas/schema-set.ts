/** A JSON schema, as data. */
export type Schema = { readonly [key: string]: unknown };

/** What is extracted from one source: a schema for each `group/version/Kind`, and what they refer to. */
export interface SchemaSet {
  /** `apps/v1/Deployment`, or `v1/Namespace` for the core group. */
  readonly kinds: Readonly<Record<string, Schema>>;
  /** Shared definitions by name, for references of the form `#/components/schemas/<name>`. */
  readonly definitions: Readonly<Record<string, Schema>>;
}

/** Narrows to a plain object. */
export function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
