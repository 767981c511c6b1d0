/** The longest name that is compared; longer ones are never near. */
const COMPARED_LENGTH_MAX = 80;

/** The name that a misspelt one most likely means: at most a third of its letters differ; undefined when none is near. */
export function nearestName(name: string, names: Iterable<string>): string | undefined {
  if (name.length > COMPARED_LENGTH_MAX) return undefined;
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const candidate of names) {
    if (candidate.length > COMPARED_LENGTH_MAX) continue;
    const distance = editDistance(name, candidate);
    if (distance > Math.max(1, Math.floor(name.length / 3))) continue;
    if (best === undefined || distance < best.distance) best = { name: candidate, distance };
  }
  return best?.name;
}

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbors. */
function editDistance(a: string, b: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      const edits = [(current[column - 1] ?? 0) + 1, (previous[column] ?? 0) + 1, (previous[column - 1] ?? 0) + same];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) edits.push((older[column - 2] ?? 0) + 1);
      current.push(Math.min(...edits));
    }
    older = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
