import type { FuncKeywordDefinition } from 'ajv';
import { isSchema } from './schema-set';

/** Two items of a list with the same values of `x-kubernetes-list-map-keys` are refused, as the API server does. */
export const listKeys: FuncKeywordDefinition = {
  keyword: 'x-kubernetes-list-map-keys',
  type: 'array',
  schemaType: 'array',
  error: { message: 'must not have two items with the same keys' },
  validate: (keys: readonly string[], items: readonly unknown[]): boolean => {
    const seen = items.filter(isSchema).map((item) => JSON.stringify(keys.map((key) => item[key])));
    return new Set(seen).size === seen.length;
  },
};
