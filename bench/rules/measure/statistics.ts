/** The middle of some numbers, and the quarters on both sides of it. */
export interface Spread {
  readonly quarter: number;
  readonly median: number;
  readonly threeQuarters: number;
}

/** The spread of some numbers, between neighbors where the place falls between them. */
export function spreadOf(numbers: readonly number[], digits = 3): Spread {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const place = (sorted.length - 1) * share;
    const [low = NaN, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    return round(low + (high - low) * (place - Math.floor(place)), digits);
  };
  return { quarter: at(0.25), median: at(0.5), threeQuarters: at(0.75) };
}

/** A number with so many digits after the point. */
export function round(value: number, digits = 3): number {
  return Number(value.toFixed(digits));
}

/** The exponent of growth: the slope of the line through the logarithms, by least squares. */
export function exponentOf(points: readonly { readonly size: number; readonly time: number }[]): number {
  const logs = points.map(({ size, time }) => [Math.log(size), Math.log(time)] as const);
  const mean = (of: 0 | 1): number => logs.reduce((sum, one) => sum + one[of], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const over = logs.reduce((sum, one) => sum + (one[0] - x) * (one[1] - y), 0);
  const under = logs.reduce((sum, one) => sum + (one[0] - x) ** 2, 0);
  return round(over / under, 2);
}
