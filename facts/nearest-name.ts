/** Longest name that is compared; longer ones are never a slip of the finger. */
const COMPARED_LENGTH_MAX = 64;

/**
 * The name that a person most likely meant: the nearest by swapped, missing, added or changed letters
 * (Damerau-Levenshtein, each part of the text edited once), at most a third of the letters and never more than 3.
 * Capitals don't count as a difference. The first in code-unit order wins a tie.
 */
export function tryFindNearestName(name: string, names: readonly string[]): string | undefined {
  const bound = Math.min(3, Math.max(1, Math.floor(name.length / 3)));
  let nearest: { readonly name: string; readonly distance: number } | undefined;
  for (const candidate of names.toSorted()) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), bound);
    if (distance <= bound && distance < (nearest?.distance ?? Infinity)) nearest = { name: candidate, distance };
  }
  return nearest?.name;
}

/** Number of edits between two texts; Infinity when it is above the bound for sure. */
function editDistance(a: string, b: string, bound: number): number {
  if (Math.max(a.length, b.length) > COMPARED_LENGTH_MAX) return a === b ? 0 : Infinity;
  if (Math.abs(a.length - b.length) > bound) return Infinity;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? Infinity;
}
