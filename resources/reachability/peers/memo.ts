/** Remembers what was made for a key, on top of what an earlier memo remembers; dropped with all that was made since. */
export class Memo<T> {
  private readonly own = new Map<string, T>();

  public constructor(private readonly earlier?: Memo<T>) {}

  /** What was made for a key before, or is made now. */
  public get(key: string, make: () => T): T {
    const known = this.find(key);
    if (known !== undefined) return known;
    const made = make();
    this.own.set(key, made);
    return made;
  }

  private find(key: string): T | undefined {
    return this.own.get(key) ?? this.earlier?.find(key);
  }
}
