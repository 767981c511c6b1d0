import { inspect } from 'node:util';

const SHOWN = '(secret)';

/** A value that must never be printed: whatever turns it into text gets `(secret)`; only {@link Secret.reveal} gives it out. */
export class Secret {
  readonly #value: string;

  public constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, for the one place that sends it. */
  public reveal(): string {
    return this.#value;
  }

  public toString(): string {
    return SHOWN;
  }

  public toJSON(): string {
    return SHOWN;
  }

  public [inspect.custom](): string {
    return SHOWN;
  }
}
