/** Numbers that look random and are the same for the same seed (the mulberry32 generator). */
export class Chance {
  /** Begins at a seed. */
  public constructor(private state: number) {}

  /** Whether something happens that does so once in so many times. */
  public once(times: number): boolean {
    return this.below(times) === 0;
  }

  /** A whole number from zero, less than the bound. */
  public below(bound: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  }

  /** One of several. */
  public pick<T>(all: readonly T[]): T {
    if (all.length === 0) throw new RangeError('nothing to pick from');
    return all[this.below(all.length)] as T;
  }

  /** Some of several, in their order. */
  public some<T>(all: readonly T[], most = all.length): readonly T[] {
    const picked = all.filter(() => this.once(2));
    return picked.slice(0, most);
  }

  /** From `least` to `most` things. */
  public many<T>(least: number, most: number, make: () => T): readonly T[] {
    return Array.from({ length: least + this.below(most - least + 1) }, make);
  }
}
