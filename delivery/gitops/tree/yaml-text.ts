import { dump } from 'js-yaml';
import type { JsonObject } from '../../../resources/resource';

/** The fields that a reader looks for first. */
const FIRST = ['apiVersion', 'kind', 'metadata'] as const;

/** Objects as YAML, one document each; the fields that name an object come first, the others in their order. */
export function yamlText(objects: readonly JsonObject[]): string {
  return objects.map((object) => dump(namedFirst(object), { noRefs: true, lineWidth: -1 })).join('---\n');
}

function namedFirst(object: JsonObject): JsonObject {
  const first = FIRST.flatMap((key) => (object[key] === undefined ? [] : [[key, object[key]] as const]));
  return { ...Object.fromEntries(first), ...object };
}
