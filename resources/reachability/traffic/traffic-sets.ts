import { PORT_MAX, protocols, type PortRange, type Protocol } from './traffic';

/** A set of traffic, by its number among the {@link TrafficSets} that made it; equal sets have equal numbers. */
export type TrafficSet = number;

/** Ports that no policy tells apart. */
interface Atom extends PortRange {
  readonly index: number;
}

const WORD_BITS = 32;

/** The most sets that may be told apart; two of them together must be one number. */
export const SETS_MAX = 2 ** 24;

/**
 * Sets of ports of all protocols, as policies tell them apart: every protocol's ports are cut where a range begins or
 * ends, and a set is some of the pieces. Each distinct set is kept once, so that sets are compared by number, and what
 * was joined once is looked up.
 */
export class TrafficSets {
  /** No traffic. */
  public readonly nothing: TrafficSet;
  /** All traffic. */
  public readonly everything: TrafficSet;
  private atoms: readonly Atom[];
  private readonly numbers = new Map<string, TrafficSet>();
  private bits: Uint32Array[] = [];
  private readonly ranges = new Map<TrafficSet, readonly PortRange[]>();
  private readonly joined = { and: new Map<number, TrafficSet>(), or: new Map<number, TrafficSet>() };

  /** Makes the sets that can be told apart by these ranges. */
  public constructor(ranges: Iterable<PortRange>) {
    this.atoms = cut(ranges);
    this.nothing = this.keep(this.words());
    this.everything = this.keep(this.words().map((_, word) => this.wordOf(word)));
  }

  /** Tells these ranges apart too; every set keeps its number and its ports. */
  public refine(ranges: Iterable<PortRange>): void {
    const coarse = this.atoms;
    const fine = cut([...coarse, ...ranges]);
    if (fine.length === coarse.length) return;
    const within = new Map<number, number>();
    let index = 0;
    for (const { protocol, first, index: piece } of fine) {
      while (coarse[index]?.protocol !== protocol || (coarse[index]?.last ?? 0) < first) index++;
      within.set(piece, index);
    }
    const old = this.bits;
    this.atoms = fine;
    this.bits = [];
    this.numbers.clear();
    for (const words of old) {
      const refined = this.words();
      for (const [piece, whole] of within) if (hasBit(words, whole)) setBit(refined, piece);
      this.keep(refined);
    }
  }

  /** The set of these ranges; each must begin and end where a range given at the start does. */
  public of(ranges: Iterable<PortRange>): TrafficSet {
    const words = this.words();
    for (const { protocol, first, last } of ranges) {
      for (const atom of this.atoms) {
        if (atom.protocol === protocol && atom.first >= first && atom.last <= last) setBit(words, atom.index);
      }
    }
    return this.keep(words);
  }

  /** What both sets hold. */
  public and(left: TrafficSet, right: TrafficSet): TrafficSet {
    if (left === right || right === this.everything) return left;
    if (left === this.everything) return right;
    if (left === this.nothing || right === this.nothing) return this.nothing;
    return this.join('and', left, right);
  }

  /** What one of the sets holds. */
  public or(left: TrafficSet, right: TrafficSet): TrafficSet {
    if (left === right || right === this.nothing) return left;
    if (left === this.nothing) return right;
    if (left === this.everything || right === this.everything) return this.everything;
    return this.join('or', left, right);
  }

  /** What the left set holds and the right one doesn't. */
  public minus(left: TrafficSet, right: TrafficSet): TrafficSet {
    if (right === this.nothing || left === this.nothing) return left;
    if (right === this.everything) return this.nothing;
    const [a, b] = [this.bitsOf(left), this.bitsOf(right)];
    return this.keep(a.map((word, index) => word & ~(b[index] ?? 0)));
  }

  /** The ranges of a set, by protocol and port, each as long as can be. */
  public rangesOf(set: TrafficSet): readonly PortRange[] {
    const known = this.ranges.get(set) ?? this.listRanges(set);
    this.ranges.set(set, known);
    return known;
  }

  private listRanges(set: TrafficSet): readonly PortRange[] {
    const words = this.bitsOf(set);
    const found: PortRange[] = [];
    for (const { protocol, first, last, index } of this.atoms) {
      if (!hasBit(words, index)) continue;
      const before = found.at(-1);
      if (before?.protocol === protocol && before.last + 1 === first) found[found.length - 1] = { ...before, last };
      else found.push({ protocol, first, last });
    }
    return found;
  }

  /** Whether a set holds a port. */
  public holds(set: TrafficSet, protocol: Protocol, port: number): boolean {
    const atom = this.atoms.find((one) => one.protocol === protocol && one.first <= port && port <= one.last);
    return atom !== undefined && hasBit(this.bitsOf(set), atom.index);
  }

  private join(kind: 'and' | 'or', left: TrafficSet, right: TrafficSet): TrafficSet {
    const key = left < right ? left * SETS_MAX + right : right * SETS_MAX + left;
    const known = this.joined[kind].get(key);
    if (known !== undefined) return known;
    const [a, b] = [this.bitsOf(left), this.bitsOf(right)];
    const words = kind === 'and' ? a.map((word, at) => word & (b[at] ?? 0)) : a.map((word, at) => word | (b[at] ?? 0));
    const set = this.keep(words);
    this.joined[kind].set(key, set);
    return set;
  }

  private keep(words: Uint32Array): TrafficSet {
    const key = words.join();
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const set = this.bits.length;
    if (set >= SETS_MAX) throw new RangeError(`more than ${SETS_MAX} sets of ports`);
    this.bits.push(words);
    this.numbers.set(key, set);
    return set;
  }

  private bitsOf(set: TrafficSet): Uint32Array {
    const words = this.bits[set];
    if (words === undefined) throw new RangeError(`no set of traffic has the number ${set}`);
    return words;
  }

  private words(): Uint32Array {
    return new Uint32Array(Math.ceil(this.atoms.length / WORD_BITS));
  }

  private wordOf(word: number): number {
    const left = this.atoms.length - word * WORD_BITS;
    return left >= WORD_BITS ? 2 ** WORD_BITS - 1 : 2 ** left - 1;
  }
}

/** Cuts the ports of each protocol where one of these ranges begins or ends; every protocol has one piece at least. */
function cut(ranges: Iterable<PortRange>): readonly Atom[] {
  const starts = new Map(protocols.map((protocol) => [protocol, new Set([1])] as const));
  for (const { protocol, first, last } of ranges)
    starts
      .get(protocol)
      ?.add(first)
      .add(last + 1);
  const pieces = protocols.flatMap((protocol) => {
    const sorted = [...(starts.get(protocol) ?? [])].filter((one) => one <= PORT_MAX).toSorted((a, b) => a - b);
    return sorted.map((first, index) => ({ protocol, first, last: (sorted[index + 1] ?? PORT_MAX + 1) - 1 }));
  });
  return pieces.map((one, index) => ({ ...one, index }));
}

function setBit(words: Uint32Array, index: number): void {
  const word = Math.floor(index / WORD_BITS);
  words[word] = (words[word] ?? 0) | (1 << (index % WORD_BITS));
}

function hasBit(words: Uint32Array, index: number): boolean {
  return ((words[Math.floor(index / WORD_BITS)] ?? 0) & (1 << (index % WORD_BITS))) !== 0;
}
