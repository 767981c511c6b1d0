/**
 * The middle one of several probes by a number; the upper of the two in the middle when they are even.
 * @throws Error when there is none
 */
export function middleOf<T>(probes: readonly T[], by: (probe: T) => number): T {
  const middle = probes.toSorted((a, b) => by(a) - by(b))[Math.floor(probes.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}
