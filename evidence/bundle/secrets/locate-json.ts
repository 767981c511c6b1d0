import type { LocatedMap, LocatedScalar, LocatedValue } from './located-value';

/** The deepest that values may be nested; what programs write is a tenth of it. */
const DEPTH_MAX = 200;

const WORD = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** What stands around a text that replaces another text, or a number. */
const BARE = ['', ''] as const;
const QUOTED = ['"', '"'] as const;

/** Whether a text is JSON (RFC 8259). */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Where each value of a text stands that is JSON; undefined when values are nested too deep. `base` is the place of the text in a larger one. */
export function tryLocateJson(text: string, base = 0): LocatedValue | undefined {
  return new JsonReader(text, base).read();
}

/** Walks over a text that is known to be JSON. */
class JsonReader {
  #at = 0;

  public constructor(
    private readonly text: string,
    private readonly base: number,
  ) {}

  public read(depth = 0): LocatedValue | undefined {
    if (depth > DEPTH_MAX) return undefined;
    const char = this.next();
    if (char === '{') return this.map(depth);
    if (char === '[') return this.list(depth);
    return char === '"' ? this.string() : this.word();
  }

  private map(depth: number): LocatedMap | undefined {
    const members: LocatedMap['members'][number][] = [];
    this.#at += 1;
    while (this.next() !== '}') {
      if (this.next() === ',') this.#at += 1;
      this.next();
      const name = this.string().text;
      this.next();
      this.#at += 1;
      const value = this.read(depth + 1);
      if (value === undefined) return undefined;
      members.push({ name, value });
    }
    this.#at += 1;
    return { type: 'map', members };
  }

  private list(depth: number): LocatedValue | undefined {
    const values: LocatedValue[] = [];
    this.#at += 1;
    while (this.next() !== ']') {
      if (this.next() === ',') this.#at += 1;
      const value = this.read(depth + 1);
      if (value === undefined) return undefined;
      values.push(value);
    }
    this.#at += 1;
    return { type: 'list', values };
  }

  private string(): LocatedScalar {
    const start = this.#at;
    let end = this.text.indexOf('"', start + 1);
    while (this.isEscaped(end)) end = this.text.indexOf('"', end + 1);
    this.#at = end + 1;
    const raw = this.text.slice(start + 1, end);
    const text = raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
    return { type: 'scalar', text, isTelling: true, start: this.base + start + 1, end: this.base + end, around: BARE };
  }

  private word(): LocatedScalar {
    const start = this.#at;
    WORD.lastIndex = start;
    const text = WORD.exec(this.text)?.[0] ?? '';
    this.#at = start + text.length;
    const isTelling = text !== 'true' && text !== 'false' && text !== 'null';
    return { type: 'scalar', text, isTelling, start: this.base + start, end: this.base + this.#at, around: QUOTED };
  }

  private isEscaped(quote: number): boolean {
    let count = 0;
    while (this.text.charCodeAt(quote - 1 - count) === 0x5c) count += 1;
    return count % 2 === 1;
  }

  private next(): string {
    while (this.text.charCodeAt(this.#at) <= 0x20) this.#at += 1;
    return this.text.charAt(this.#at);
  }
}
