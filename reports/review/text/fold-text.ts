/** How lines are folded. */
export interface Fold {
  /** Characters of a line. */
  readonly width: number;
  /** What does not fit in so many lines ends with `…`. */
  readonly linesMax: number;
  /** Blanks before the first line. */
  readonly indent: number;
}

/** A visible text in lines; further lines stand two characters further in, and words longer than a line are broken. */
export function foldText(text: string, { width, linesMax, indent }: Fold): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const room = (): number => Math.max(1, width - indent - (lines.length === 0 ? 0 : 2));
  const push = (): void => {
    lines.push(' '.repeat(indent + (lines.length === 0 ? 0 : 2)) + line);
    line = '';
  };
  for (const word of text.split(' ')) {
    let rest = [...word];
    while (line !== '' && line.length + 1 + rest.length > room() && lines.length < linesMax) push();
    while (rest.length > room() && lines.length < linesMax) {
      const taken = rest.slice(0, room());
      rest = rest.slice(room());
      line = taken.join('');
      push();
    }
    if (lines.length >= linesMax) return cut(lines, width);
    line = line === '' ? rest.join('') : `${line} ${rest.join('')}`;
  }
  push();
  return lines.length > linesMax ? cut(lines.slice(0, linesMax), width) : lines;
}

function cut(lines: readonly string[], width: number): readonly string[] {
  const last = [...(lines.at(-1) ?? '')];
  return [...lines.slice(0, -1), `${last.slice(0, Math.max(0, width - 2)).join('')} …`];
}
