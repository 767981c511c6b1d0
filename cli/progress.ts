import type { Io } from './io';

/** Where lines aren't rewritten, a step speaks up this often at most. */
const NOTE_MILLISECONDS = 20_000;

/** Tells a person what is being done: one line that is rewritten on a terminal, plain lines elsewhere. */
export class Progress {
  private started: number;
  private noted = 0;

  public constructor(private readonly io: Pick<Io, 'err' | 'terminal' | 'now'>) {
    this.started = io.now().getTime();
  }

  /** Starts a step. */
  public step(text: string): void {
    this.started = this.io.now().getTime();
    this.show(text);
  }

  /** Says how far the step is. */
  public show(text: string): void {
    if (this.io.terminal) this.io.err(`\r\u001b[K… ${text}`);
  }

  /** Tells how far the step is: rewrites the line on a terminal, and elsewhere speaks up once in a while. */
  public note(text: string): void {
    const now = this.io.now().getTime();
    if (!this.io.terminal && now - this.noted < NOTE_MILLISECONDS) return;
    this.noted = now;
    this.io.err(this.io.terminal ? `\r\u001b[K… ${text}` : `… ${text}\n`);
  }

  /** Ends the step with what came out of it. */
  public done(text: string): void {
    this.end('✓', text);
  }

  /** Ends a step that did not come out well. */
  public failed(text: string): void {
    this.end('✘', text);
  }

  private end(mark: string, text: string): void {
    const seconds = ((this.io.now().getTime() - this.started) / 1_000).toFixed(1);
    this.io.err(`${this.io.terminal ? '\r\u001b[K' : ''}${mark} ${text} (${seconds} s)\n`);
  }
}
