import { byteText, refuseByte } from '../bundle-refusal';

const QUOTE = 0x22;
const SHA256_DIGITS = 64;

/** A place in the manifest of an archive, which goes on as long as the bytes are what they must be. */
export class ByteCursor {
  public constructor(
    private readonly bytes: Uint8Array,
    /** The next byte. */
    public at: number,
  ) {}

  /** Reads a text that must stand here. */
  public literal(text: string, want = ''): false {
    for (const char of text) {
      if (this.bytes[this.at] !== char.charCodeAt(0)) this.refuse(want === '' ? char : `${char}: ${want}`);
      this.at += 1;
    }
    return false;
  }

  /** Reads one of several words, none of which begins another. */
  public word(words: readonly string[]): string {
    const lengths = words.map((word) => this.agreement(word));
    const found = words.find((word, index) => lengths[index] === word.length);
    this.at += found?.length ?? Math.max(...lengths);
    return found ?? this.refuse(`one of ${words.map((word) => word.replace(/(?<=.)"$/, '')).join(', ')}`);
  }

  /** Reads one character. */
  public one(pattern: RegExp, want: string): string {
    const char = this.char();
    if (!pattern.test(char)) this.refuse(want);
    this.at += 1;
    return char;
  }

  /** Reads characters as long as they are of a kind. */
  public run(pattern: RegExp, max: number): string {
    const start = this.at;
    while (this.at < start + max && pattern.test(this.char())) this.at += 1;
    return Buffer.from(this.bytes.subarray(start, this.at)).toString('latin1');
  }

  /** Reads the digits of a SHA-256. */
  public hex(): string {
    const digits = this.run(/[0-9a-f]/, SHA256_DIGITS);
    return digits.length === SHA256_DIGITS ? digits : this.refuse('one of 64 digits 0-9 and a-f');
  }

  /** What stands before the next quotation mark, without reading it. */
  public peek(max: number): string {
    const text = this.bytes.subarray(this.at, this.at + max);
    const end = text.indexOf(QUOTE);
    return Buffer.from(end === -1 ? text : text.subarray(0, end)).toString('latin1');
  }

  /** Ends the check at the next byte. */
  public refuse(want: string): never {
    return refuseByte({ offset: this.at, at: 'the manifest', want, got: byteText(this.bytes, this.at) });
  }

  private char(): string {
    const byte = this.bytes[this.at];
    return byte === undefined ? '' : String.fromCharCode(byte);
  }

  private agreement(word: string): number {
    let length = 0;
    while (length < word.length && this.bytes[this.at + length] === word.charCodeAt(length)) length += 1;
    return length;
  }
}
