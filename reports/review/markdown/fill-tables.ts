/** A table of which only as many rows are written as there is room for. */
export interface RoomyTable {
  /** What stands before the rows, told how many of them are written. */
  readonly head: (written: number) => string;
  /** Each with its line feed; taken one after the other, and no further than there is room. */
  readonly rows: Iterable<string>;
  readonly tail: string;
  /** Longest that head and tail may be, whatever the number. */
  readonly fixed: number;
}

/** Tables one after the other in so many characters; each may take its share of what those before it left over. */
export function fillTables(tables: readonly RoomyTable[], room: number): string {
  let left = room - tables.reduce((all, { fixed }) => all + fixed, 0);
  const written = tables.map(({ head, rows, tail }, index) => {
    const share = Math.floor(left / (tables.length - index));
    const taken: string[] = [];
    let used = 0;
    for (const row of rows) {
      if (used + row.length > share) break;
      used += row.length;
      taken.push(row);
    }
    left -= used;
    return `${head(taken.length)}${taken.join('')}${tail}`;
  });
  return written.join('');
}
