const binarySuffixes = ['Gi', 'Ti', 'Pi', 'Ei'] as const;
const decimalSuffixes = ['', 'k', 'M', 'G'] as const;

/**
 * Whole GiB as the API server writes it back (`1024` is `1Ti`), so that a plan after an apply is empty. The canonical
 * form of a Kubernetes quantity is the largest suffix without a fraction.
 */
export function gibibytes(count: number): string {
  return count === 0 ? '0' : canonical(count, 1024, binarySuffixes);
}

/** A whole number of cores, pods or objects as the API server writes it back (`1000` is `1k`). */
export function count(value: number): string {
  return canonical(value, 1000, decimalSuffixes);
}

function canonical(value: number, base: number, suffixes: readonly string[]): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} is not a whole, positive quantity`);
  let rest = value;
  let step = 0;
  while (rest > 0 && rest % base === 0 && step < suffixes.length - 1) {
    rest /= base;
    step += 1;
  }
  return `${rest}${suffixes[step] ?? ''}`;
}
