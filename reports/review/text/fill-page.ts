/** A part of a page: lines that always stand, then as many of its items as there is room for. */
export interface PageBlock {
  /** Lines before the items, told how many of them are shown. */
  readonly head: (shown: number) => readonly string[];
  /** Lines of each item, most telling first. */
  readonly items: readonly (readonly string[])[];
  /** How many items each turn but the first takes: more for what matters more. */
  readonly turn: number;
}

/** The lines of a page that has room for so many; blocks take turns, so that none is silent while another tells all. */
export function fillPage(blocks: readonly PageBlock[], linesMax: number): readonly string[] {
  const shown = blocks.map(() => 0);
  const closed = blocks.map(({ items }) => items.length === 0);
  let room = linesMax - blocks.reduce((all, block) => all + longestHead(block), 0);
  for (let isFirst = true; closed.includes(false); isFirst = false) {
    for (const [index, { items, turn }] of blocks.entries()) {
      for (let taken = 0; taken < (isFirst ? 1 : turn) && closed[index] === false; taken += 1) {
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

/** The head of a block may fold otherwise when it tells another number. */
function longestHead({ head, items }: PageBlock): number {
  return Math.max(head(0).length, head(Math.max(0, items.length - 1)).length, head(items.length).length);
}
