/** A place in a text; line and column count from 1, columns in UTF-16 code units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Finds lines and columns in one text. A line ends with a line feed, a carriage return, or both. */
export class LineIndex {
  private readonly starts: number[];

  public constructor(text: string) {
    // The mark of the byte order is no part of its line.
    this.starts = [text.startsWith('\uFEFF') ? 1 : 0];
    for (const found of text.matchAll(/\r\n?|\n/g)) this.starts.push(found.index + found[0].length);
  }

  /** The place of the character with an index. */
  public positionAt(offset: number): TextPosition {
    let [low, high] = [0, this.starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: Math.max(0, offset - (this.starts[low] ?? 0)) + 1 };
  }
}
