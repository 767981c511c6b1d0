import { refuse } from './refuse';

const UINT32_BYTES = 4;

/** Reads the wire format of SSH (RFC 4251 section 5) from bytes that may be hostile; no field reaches beyond them. */
export class WireReader {
  private at = 0;

  public constructor(
    private readonly bytes: Buffer,
    /** What is read, for people: `the signature`. */
    private readonly what: string,
  ) {}

  public take(count: number, field: string): Buffer {
    const end = this.at + count;
    if (end > this.bytes.length)
      return this.refuse('wire-too-short', `ends inside its ${field}`, {
        got: `${this.bytes.length - this.at} bytes left`,
        want: `${count} bytes`,
      });
    const taken = this.bytes.subarray(this.at, end);
    this.at = end;
    return taken;
  }

  public byte(field: string): number {
    return this.take(1, field).readUInt8();
  }

  public uint32(field: string): number {
    return this.take(UINT32_BYTES, field).readUInt32BE();
  }

  public string(field: string): Buffer {
    return this.take(this.uint32(field), field);
  }

  /** A string of exactly this many bytes. */
  public stringOf(count: number, field: string): Buffer {
    const found = this.string(field);
    if (found.length === count) return found;
    return this.refuse('wire-length', `has a ${field} of another length`, {
      got: `${found.length} bytes`,
      want: `${count} bytes`,
    });
  }

  /** A string of visible ASCII characters: names of algorithms, namespaces and applications. */
  public name(field: string): string {
    const found = this.string(field);
    if (found.every((byte) => byte > 0x20 && byte < 0x7f)) return found.toString('latin1');
    return this.refuse('wire-name', `has a ${field} that isn't a name`, {
      got: `the bytes ${found.subarray(0, 16).toString('hex')}`,
      want: 'visible ASCII characters',
    });
  }

  /** The magnitude of a positive integer without leading zeros, which the wire has in exactly one form. */
  public positive(field: string): Buffer {
    const found = this.string(field);
    const [first = 0, second = 0] = found;
    const isCanonical = found.length > 0 && first < 0x80 && (first !== 0 || second >= 0x80);
    if (isCanonical) return first === 0 ? found.subarray(1) : found;
    return this.refuse('wire-integer', `has a ${field} that isn't a positive integer in its one form`, {
      got: `${found.length} bytes that begin with ${found.subarray(0, 2).toString('hex')}`,
      want: 'a number above zero without needless zeros before it',
    });
  }

  /** How many bytes are left. */
  public get left(): number {
    return this.bytes.length - this.at;
  }

  /** Nothing may follow. */
  public end(): void {
    if (this.left > 0)
      this.refuse('wire-too-long', 'goes on behind its end', { got: `${this.left} more bytes`, want: 'none' });
  }

  private refuse(code: string, what: string, words: { readonly got: string; readonly want: string }): never {
    return refuse({ code, what: `${this.what} ${what}`, ...words });
  }
}
