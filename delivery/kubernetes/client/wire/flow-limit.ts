const LIMIT_MIN = 4;

/**
 * How many requests may be under way: grows by one for each round that went well and halves when the server says that
 * it is overloaded, so that its priority and fairness needn't turn us away twice.
 */
export class FlowLimit {
  #limit: number;

  public constructor(private readonly limitMax: number) {
    this.#limit = limitMax;
  }

  /** Requests that may be under way now. */
  public get current(): number {
    return Math.floor(this.#limit);
  }

  /** A request was answered. */
  public rise(): void {
    this.#limit = Math.min(this.limitMax, this.#limit + 1 / this.#limit);
  }

  /** The server turned a request away because of its load. */
  public fall(): void {
    this.#limit = Math.max(Math.min(LIMIT_MIN, this.limitMax), this.#limit / 2);
  }
}
