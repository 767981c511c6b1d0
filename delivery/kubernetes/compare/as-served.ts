import { isObject, objectAt, textMapAt } from '../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../resources/resource';

/** An object as the API server gives it back: what can only be written is turned into what is read. */
export function asServed(object: JsonObject): JsonObject {
  if (object['kind'] !== 'Secret' || object['apiVersion'] !== 'v1' || !isObject(object['stringData'])) return object;
  const { stringData: _stringData, ...rest } = object;
  const encoded: Record<string, JsonValue> = Object.fromEntries(
    [...textMapAt(object, 'stringData')].map(([key, text]) => [key, Buffer.from(text).toString('base64')]),
  );
  return { ...rest, data: { ...objectAt(rest, 'data'), ...encoded } };
}
