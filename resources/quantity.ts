import type { JsonValue } from './resource';

const DECIMAL: ReadonlyMap<string, number> = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
]);

const BINARY: ReadonlyMap<string, bigint> = new Map(
  ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map((suffix, index) => [suffix, 1n << BigInt(10 * (index + 1))]),
);

const FACTORS: ReadonlyMap<string, number> = new Map([
  ...[...DECIMAL].map(([suffix, power]) => [suffix, Number(`1e${power}`)] as const),
  ...[...BINARY].map(([suffix, factor]) => [suffix, Number(factor)] as const),
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

/** Digits behind the point that a quantity keeps; what is finer is rounded up (resource.Quantity). */
const NANO = 9;

/**
 * A Kubernetes quantity as an exact number of billionths, negative ones, exponents and all suffixes of
 * `resource.Quantity` included; undefined for anything else, and for texts longer than 40 characters.
 */
export function exactQuantity(value: JsonValue | undefined): bigint | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.length > 40) return undefined;
  const match = /^([+-]?)(\d+)?(?:\.(\d*))?(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d{1,2}))?$/.exec(text);
  const [, sign = '', whole = '', fraction = '', binary = '', decimal = '', exponent = ''] = match ?? [];
  if (match === null || whole + fraction === '') return undefined;
  const power = exponent === '' ? (DECIMAL.get(decimal) ?? 0) : Number(exponent);
  const digits = BigInt(whole + fraction) * (BINARY.get(binary) ?? 1n) * (sign === '-' ? -1n : 1n);
  return scaleUp(digits, power + NANO - fraction.length);
}

/** Digits times ten to a power, rounded away from zero as the API server does. */
function scaleUp(digits: bigint, power: number): bigint {
  if (power >= 0) return digits * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  const whole = digits / divisor;
  if (whole * divisor === digits) return whole;
  return digits < 0n ? whole - 1n : whole + 1n;
}
