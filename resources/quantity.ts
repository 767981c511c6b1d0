import type { JsonValue } from './resource';

const FACTORS: ReadonlyMap<string, number> = new Map([
  ['m', 1e-3],
  ['', 1],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['P', 1e15],
  ['Ki', 2 ** 10],
  ['Mi', 2 ** 20],
  ['Gi', 2 ** 30],
  ['Ti', 2 ** 40],
  ['Pi', 2 ** 50],
]);

/** Bytes of one GiB. */
export const GIB = 2 ** 30;

/** A Kubernetes quantity such as `500m`, `16` or `64Gi` in its base unit (cores, bytes, pieces); undefined for anything else. */
export function parseQuantity(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : undefined;
  if (typeof value !== 'string' || value.length > 40) return undefined;
  const match = /^(\d+(?:\.\d+)?)(m|k|[KMGTP]i|[MGTP]|)$/.exec(value);
  const factor = FACTORS.get(match?.[2] ?? 'none');
  return match?.[1] === undefined || factor === undefined ? undefined : Number(match[1]) * factor;
}
