/** Characters that a cell of a spreadsheet can hold are 32,767; parts leave room for characters that are made visible. */
const PART = 4_000;

/** What is longer than a cell can hold, in parts that stand in a sheet of their own: nothing is cut off. */
export class LongTexts {
  private readonly found: (readonly [sheet: string, cell: string, part: number, text: string])[] = [];

  public constructor(private readonly name: string) {}

  /** The text as its cell shows it: itself, or its beginning and where the rest stands. */
  public shown(text: string, sheet: string, cell: () => string): string {
    if (text.length <= PART || sheet === this.name) return text;
    const place = cell();
    const parts = partsOf(text);
    for (const [index, part] of parts.entries()) this.found.push([sheet, place, index + 1, part]);
    return `${parts[0]?.slice(0, 200).toWellFormed() ?? ''}… (${this.name}: ${sheet} ${place})`;
  }

  /** Every part, in the order in which they were met. */
  public rows(): readonly (readonly (string | number)[])[] {
    return this.found;
  }
}

/** Never cuts a character in two. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  while (from < text.length) {
    const end = from + PART;
    const isHigh = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
    parts.push(text.slice(from, isHigh ? end - 1 : end));
    from = isHigh ? end - 1 : end;
  }
  return parts;
}
