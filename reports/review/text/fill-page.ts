/** A part of a page: lines that always stand, then as many of its items as there is room for. */
export interface PageBlock {
  /** Lines before the items, told how many of them are shown; never more lines than when none is. */
  readonly head: (shown: number) => readonly string[];
  /** Lines of each item, most telling first. */
  readonly items: readonly (readonly string[])[];
  /** How many items a turn takes: more for what matters more. */
  readonly turn: number;
}

/** The lines of a page that has room for so many; blocks take turns, so that none is silent while another tells all. */
export function fillPage(blocks: readonly PageBlock[], linesMax: number): readonly string[] {
  const shown = blocks.map(() => 0);
  const closed = blocks.map(({ items }) => items.length === 0);
  let room = linesMax - blocks.reduce((all, { head }) => all + head(0).length, 0);
  while (closed.includes(false)) {
    for (const [index, { items, turn }] of blocks.entries()) {
      for (let taken = 0; taken < turn && closed[index] === false; taken += 1) {
        const at = shown[index] ?? 0;
        const cost = items[at]?.length ?? 0;
        if (cost > room) closed[index] = true;
        else {
          room -= cost;
          shown[index] = at + 1;
          closed[index] = at + 1 >= items.length;
        }
      }
    }
  }
  return blocks.flatMap(({ head, items }, index) => {
    const count = shown[index] ?? 0;
    return [...head(count), ...items.slice(0, count).flat()];
  });
}
