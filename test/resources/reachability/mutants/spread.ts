/** How many are taken of each group, so that they are as even as can be and together no more than wanted. */
export function spreadEvenly(sizes: ReadonlyMap<string, number>, wanted: number): ReadonlyMap<string, number> {
  const taken = new Map([...sizes.keys()].map((key) => [key, 0]));
  let left = wanted;
  for (let open = [...sizes.keys()].toSorted(); left > 0 && open.length > 0;) {
    const share = Math.max(1, Math.floor(left / open.length));
    const spread = { size: open.length, count: Math.min(left, open.length) };
    for (const key of open.filter((_, index) => isSpread(index, spread))) {
      const more = Math.min(share, (sizes.get(key) ?? 0) - (taken.get(key) ?? 0));
      taken.set(key, (taken.get(key) ?? 0) + more);
      left -= more;
    }
    open = open.filter((key) => (taken.get(key) ?? 0) < (sizes.get(key) ?? 0));
  }
  return taken;
}

/** Whether the one with this number is among so many of a group that are spread over it. */
export function isSpread(index: number, { size, count }: { readonly size: number; readonly count: number }): boolean {
  return Math.floor(((index + 1) * count) / size) > Math.floor((index * count) / size);
}
