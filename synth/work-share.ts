import type { Unit } from '../stacks/unit';

/** How many units threads have taken so far, in memory that they share. */
export type TakenCount = Int32Array;

/** A count of nothing taken. */
export function nothingTaken(): TakenCount {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/**
 * The units that one thread builds: the next one that nobody took, as soon as it is free for it. All threads that take
 * from one count and the same list build each unit once.
 */
export function* takeUnits(units: readonly Unit[], taken: TakenCount): Generator<Unit> {
  for (;;) {
    const unit = units[Atomics.add(taken, 0, 1)];
    if (unit === undefined) return;
    yield unit;
  }
}
