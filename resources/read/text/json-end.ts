/** What may stand at a place of a JSON text. */
type Expected = 'value' | 'first-item' | 'key' | 'first-key' | 'colon' | 'more';

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * The index of the first character that can't stand where it does in JSON (RFC 8259); the length of a text that ends
 * too early. Engines word their errors differently, and not all of them tell the place. Takes no stack.
 */
export function findJsonEnd(text: string): number {
  const scanner = new JsonScanner(text);
  while (scanner.takeToken());
  return scanner.at;
}

class JsonScanner {
  public at = 0;
  private expected: Expected = 'value';
  /** What closes each list and object that is open. */
  private readonly closers: ('}' | ']')[] = [];

  public constructor(private readonly text: string) {
    this.skip(SPACE);
  }

  /** Goes behind the next token; false where none may stand, and at the end. */
  public takeToken(): boolean {
    if (this.at >= this.text.length || !this.take(this.text.charAt(this.at))) return false;
    this.skip(SPACE);
    return true;
  }

  private take(mark: string): boolean {
    const closer = this.closers.at(-1);
    switch (this.expected) {
      case 'more':
        if (mark === closer) return this.close();
        return mark === ',' && closer !== undefined && this.step(closer === '}' ? 'key' : 'value');
      case 'colon':
        return mark === ':' && this.step('value');
      case 'first-key':
        return mark === closer ? this.close() : this.takeText(mark, 'colon');
      case 'key':
        return this.takeText(mark, 'colon');
      case 'first-item':
        return mark === closer ? this.close() : this.takeValue(mark);
      case 'value':
        return this.takeValue(mark);
    }
  }

  private takeValue(mark: string): boolean {
    if (mark === '{' || mark === '[') {
      this.closers.push(mark === '{' ? '}' : ']');
      return this.step(mark === '{' ? 'first-key' : 'first-item');
    }
    if (mark === '"') return this.takeText(mark, 'more');
    this.expected = 'more';
    return this.skip(SCALAR);
  }

  private takeText(mark: string, then: Expected): boolean {
    if (mark !== '"') return false;
    for (this.at += 1; this.at < this.text.length;) {
      const code = this.text.charCodeAt(this.at);
      if (code === QUOTE) return this.step(then);
      if (code < FIRST_PRINTABLE) return false;
      if (code !== BACKSLASH) this.at += 1;
      else if (!this.skip(ESCAPE)) return false;
    }
    return false;
  }

  private close(): boolean {
    this.closers.pop();
    return this.step('more');
  }

  private step(expected: Expected): boolean {
    this.at += 1;
    this.expected = expected;
    return true;
  }

  /** Goes behind what a pattern finds here; false when that is nothing. */
  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const length = pattern.exec(this.text)?.[0].length ?? 0;
    this.at += length;
    return length > 0;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;
