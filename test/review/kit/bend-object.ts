import type { JsonObject, JsonValue, Resource } from '../../../resources/resource';

/** A selector of one namespace by its name. */
export function named(name: string): JsonObject {
  return { matchLabels: { 'kubernetes.io/metadata.name': name } };
}

/** An object with other members in its spec. */
export function withSpec(resource: Resource, change: JsonObject): Resource {
  return { ...resource, body: { ...resource.body, spec: { ...(resource.body['spec'] as JsonObject), ...change } } };
}

/** The items of a list, none where there is no list. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}
