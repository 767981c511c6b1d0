import type { JsonObject, JsonValue } from '../../../../resources/resource';

/** A writer of a test object and what it wrote. */
export interface Writer {
  readonly manager: string;
  /** @default - Update */
  readonly operation?: 'Apply' | 'Update';
  /** @default - none */
  readonly subresource?: string;
  /** @default - not told */
  readonly time?: string;
  readonly fields: JsonObject;
}

/** An object as a server gives it: with bookkeeping, and the managed fields of its writers. */
export function withWriters(body: JsonObject, writers: readonly Writer[]): JsonObject {
  const metadata = body['metadata'] as JsonObject | undefined;
  return {
    ...body,
    metadata: {
      ...metadata,
      uid: 'u-1',
      resourceVersion: '7',
      creationTimestamp: '2026-01-01T00:00:00Z',
      managedFields: writers.map(({ fields, operation = 'Apply', subresource, ...rest }) => ({
        time: '2026-01-02T00:00:00Z',
        ...rest,
        operation,
        ...(subresource === undefined ? {} : { subresource }),
        fieldsType: 'FieldsV1',
        fieldsV1: fields,
      })),
    },
  };
}

/** An object that we applied and nobody touched since; its lists count as one value each. */
export function appliedByUs(body: JsonObject): JsonObject {
  const { apiVersion: _apiVersion, kind: _kind, metadata, ...rest } = body;
  const { name: _name, namespace: _namespace, ...own } = (metadata ?? {}) as JsonObject;
  const fields = fieldsOf({ ...rest, ...(Object.keys(own).length === 0 ? {} : { metadata: own }) });
  return withWriters(body, [{ manager: 'ndc', fields: fields as JsonObject }]);
}

/** Fields as server-side apply notes them: every field of a map, a list as a whole. */
export function fieldsOf(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [`f:${key}`, fieldsOf(one)]));
}
