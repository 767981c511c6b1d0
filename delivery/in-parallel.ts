/**
 * Does the same for each item, at most so many at once, and keeps the order of the items. When one throws, no other
 * is begun, those begun are waited for, and the first error is thrown.
 */
export async function inParallel<I, O>(
  items: readonly I[],
  countMax: number,
  work: (item: I) => Promise<O>,
): Promise<O[]> {
  const rest = items.entries();
  const made: O[] = [];
  const errors: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (const [index, item] of rest) {
      if (errors.length > 0) return;
      try {
        made[index] = await work(item);
      } catch (error) {
        errors.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(countMax, items.length)) }, worker));
  if (errors.length > 0) throw errors[0];
  return made;
}
