import type { Steps } from '../../../resources/resource';

/** What is looked for below a value. */
interface Wanted {
  readonly below: Map<string, Wanted>;
  /** Which of the ways end here. */
  readonly ends: number[];
}

/**
 * The offsets at which values stand in a text that is known to be JSON, in one pass; of a way that leads nowhere, the
 * offset of the nearest value above.
 */
export function locateSteps(text: string, ways: readonly Steps[]): readonly number[] {
  const root: Wanted = { below: new Map(), ends: [] };
  for (const [index, steps] of ways.entries()) {
    let wanted = root;
    for (const step of steps) {
      const known = wanted.below.get(String(step)) ?? { below: new Map(), ends: [] };
      wanted.below.set(String(step), known);
      wanted = known;
    }
    wanted.ends.push(index);
  }
  const finder = new Finder(text);
  finder.find(root);
  return ways.map((_, index) => finder.found.get(index) ?? 0);
}

const WHITE_SPACE: ReadonlySet<string> = new Set([' ', '\t', '\n', '\r', '\uFEFF']);
const SCALAR_END: ReadonlySet<string> = new Set([',', ']', '}', ...WHITE_SPACE]);

class Finder {
  public readonly found = new Map<number, number>();
  private at = 0;

  public constructor(private readonly text: string) {}

  /** Goes over one value, and notes what is wanted of it. */
  public find(wanted: Wanted | undefined): void {
    this.skipBlanks();
    if (wanted !== undefined) this.note(wanted, this.at);
    const first = this.text[this.at];
    if (first === '{') this.findMembers(wanted);
    else if (first === '[') this.findItems(wanted);
    else if (first === '"') this.skipString();
    else this.skipScalar();
  }

  /** Everything below is here until it is found itself. */
  private note({ ends, below }: Wanted, offset: number): void {
    for (const end of ends) this.found.set(end, offset);
    for (const one of below.values()) this.note(one, offset);
  }

  private findMembers(wanted: Wanted | undefined): void {
    this.at += 1;
    for (this.skipBlanks(); this.at < this.text.length && this.text[this.at] !== '}'; this.skipComma()) {
      const start = this.at;
      this.skipString();
      const key = wanted === undefined ? '' : (JSON.parse(this.text.slice(start, this.at)) as string);
      this.skipBlanks();
      this.at += 1;
      this.find(wanted?.below.get(key));
    }
    this.at += 1;
  }

  private findItems(wanted: Wanted | undefined): void {
    this.at += 1;
    this.skipBlanks();
    for (let index = 0; this.at < this.text.length && this.text[this.at] !== ']'; index += 1) {
      this.find(wanted?.below.get(String(index)));
      this.skipComma();
    }
    this.at += 1;
  }

  private skipString(): void {
    this.at += 1;
    while (this.at < this.text.length && this.text[this.at] !== '"') this.at += this.text[this.at] === '\\' ? 2 : 1;
    this.at += 1;
  }

  private skipScalar(): void {
    while (this.at < this.text.length && !SCALAR_END.has(this.text[this.at] ?? '')) this.at += 1;
  }

  private skipComma(): void {
    this.skipBlanks();
    if (this.text[this.at] === ',') this.at += 1;
    this.skipBlanks();
  }

  private skipBlanks(): void {
    while (WHITE_SPACE.has(this.text[this.at] ?? '')) this.at += 1;
  }
}
