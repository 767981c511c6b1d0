import type { CommandInput, ExitCode } from '../command';
import type { Io } from '../io';

/** Something that can be asked about who reaches whom; its name is its file's. */
export interface Question {
  /** What is answered, in one line. */
  readonly summary: string;
  run(input: CommandInput, io: Io): Promise<ExitCode>;
}

/** Makes a question. */
export function defineQuestion(question: Question): Question {
  return Object.freeze(question);
}
