/** Compares texts by code unit: the only order of the product. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first of some comparisons that tells two things apart; 0 where none does. */
export function firstOrder(...orders: readonly number[]): number {
  return orders.find((one) => one !== 0) ?? 0;
}

/** A copy sorted by id. */
export function byId<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => compareText(a.id, b.id));
}
