import { changeItems, changeMembers } from '../../json-change';
import { isObject, isUnresolved, textAt } from '../../json-path';
import type { JsonObject, JsonValue } from '../../resource';
import type { ReadObject } from '../dialect';
import { kubernetesObject } from './terraform';
import { tryTerraformType } from './known-types';
import { engineArgumentNames } from './terraform-shape';

/** What the provider adds to its own record of an object: its id, and what only the API server sets. */
const ADDED: ReadonlySet<string> = new Set(['id', ...engineArgumentNames]);
const SET_BY_SERVER: ReadonlySet<string> = new Set(['generation', 'resource_version', 'self_link', 'uid']);

/**
 * Turns the values that a plan or a state holds for a resource back into the Kubernetes object that they stand for.
 * Unlike a file, values hold no expressions, name every field, and also hold what the API server set by itself:
 * fields without a value and those of the server are left out.
 */
export function readTerraformValues(address: string, type: string, values: JsonObject): ReadObject {
  const own = Object.fromEntries(Object.entries(values).filter(([key]) => !ADDED.has(key)));
  const set = fieldsWithValue(own) as JsonObject;
  const known = tryTerraformType(type);
  const last = address.slice(address.lastIndexOf('.') + 1);
  const manifest = type === 'kubernetes_manifest' ? own['manifest'] : undefined;
  if (isObject(manifest) && !isUnresolved(manifest)) return manifestObject(address, manifest);
  if (known === undefined) {
    return { address, apiVersion: 'terraform', kind: type, name: last, body: set, known: false };
  }
  const body = kubernetesObject(withoutServerFields(set), known, { resources: {}, hasExpressions: false });
  return {
    address,
    apiVersion: known.apiVersion,
    kind: known.kind,
    name: textAt(body, 'metadata', 'name') ?? last,
    namespace: textAt(body, 'metadata', 'namespace'),
    body,
    known: true,
  };
}

/** The object that a `kubernetes_manifest` carries, of whatever kind; it is written as it stands. */
function manifestObject(address: string, body: JsonObject): ReadObject {
  const [apiVersion, kind] = [textAt(body, 'apiVersion') ?? '', textAt(body, 'kind') ?? ''];
  return {
    address,
    apiVersion,
    kind,
    name: textAt(body, 'metadata', 'name') ?? address,
    namespace: textAt(body, 'metadata', 'namespace'),
    body,
    // Of what has no kind, or hides its objects in items, no rule would ask.
    known: apiVersion !== '' && kind !== '' && !(kind.endsWith('List') && Array.isArray(body['items'])),
  };
}

/** A block that isn't there is an empty list, a map without entries means nothing; an empty block, a list's member, does. */
function fieldsWithValue(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return changeItems(value as readonly JsonValue[], fieldsWithValue);
  return changeMembers(value as JsonObject, (one) =>
    typeof one !== 'object' || isFilled(one) ? fieldsWithValue(one) : undefined,
  );
}

function isFilled(value: object | null): boolean {
  return value !== null && Object.keys(value).length > 0;
}

function withoutServerFields(values: JsonObject): JsonObject {
  const { metadata, ...rest } = values;
  const blocks = Array.isArray(metadata) ? (metadata as readonly JsonValue[]) : [];
  const kept = blocks.map((block) =>
    isObject(block) ? Object.fromEntries(Object.entries(block).filter(([key]) => !SET_BY_SERVER.has(key))) : block,
  );
  return { ...rest, metadata: kept };
}
