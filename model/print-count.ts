/** A number with what is counted: `1 object`, `2 objects`; the plural is the singular with an s unless it is given. */
export function printCount(count: number | bigint, one: string, many = `${one}s`): string {
  return `${count} ${Number(count) === 1 ? one : many}`;
}
