import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** The longest line that is kept whole, in characters; the rest of a longer one is left out. */
const LINE_LENGTH_MAX = 1_048_576;

const CHUNK_BYTES = 65_536;

/** Reads a growing file line by line, from its beginning, as far as it goes each time. */
export class LineFollower {
  readonly #descriptor: number;
  readonly #onLine: (line: string) => void;
  readonly #chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';
  #bytes = 0;

  public constructor(path: string, onLine: (line: string) => void) {
    this.#descriptor = openSync(path, 'r');
    this.#onLine = onLine;
  }

  /** How much was read so far. */
  public get bytes(): number {
    return this.#bytes;
  }

  /** Reads what was added since the last time. */
  public read(): void {
    for (;;) {
      const count = readSync(this.#descriptor, this.#chunk, 0, CHUNK_BYTES, this.#bytes);
      if (count === 0) return;
      this.#bytes += count;
      this.#take(this.#decoder.write(this.#chunk.subarray(0, count)));
    }
  }

  /** Reads what is left, also a last line without its end, and lets go of the file. */
  public finish(): void {
    this.read();
    if (this.#rest !== '') this.#onLine(this.#rest);
    this.#rest = '';
    closeSync(this.#descriptor);
  }

  #take(text: string): void {
    const lines = `${this.#rest}${text}`.split('\n');
    this.#rest = (lines.pop() ?? '').slice(0, LINE_LENGTH_MAX);
    for (const line of lines) this.#onLine(line.slice(0, LINE_LENGTH_MAX));
  }
}
