import { languages, type Language } from '../model/text';
import type { Io } from './io';

/** What a command's run means to its caller. */
export const exitCodes = {
  clean: 0,
  /** Findings, or differences. */
  findings: 1,
  /** Wrong input or configuration. */
  wrongInput: 2,
  /** An outside tool failed. */
  outsideFailed: 3,
} as const;

/** One of the four exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** An option of a command; text unless it is a flag. */
export interface CommandOption {
  readonly name: string;
  readonly meaning: string;
  /** Placeholder of the value in help; a flag has none.
   * @default - a flag
   */
  readonly value?: string;
  /** The value when the option isn't given.
   * @default - none
   */
  readonly default?: string;
  /** The only values that are allowed.
   * @default - any
   */
  readonly choices?: readonly string[];
}

/** One of the things that a command may be asked for. */
export interface Topic {
  readonly name: string;
  readonly summary: string;
}

/** A positional argument of a command. */
export interface CommandArgument {
  readonly name: string;
  readonly meaning: string;
  readonly required: boolean;
  /** Whether it may stand several times; only the last may.
   * @default false
   */
  readonly isRepeated?: boolean;
}

/** What was given on the command line, by name. */
export interface CommandInput {
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** A command: its name is its file's. */
export interface Command {
  readonly summary: string;
  /** Which of the three people uses it, for the order of help. */
  readonly for: 'engineer' | 'reviewer' | 'auditor' | 'help';
  readonly arguments: readonly CommandArgument[];
  readonly options: readonly CommandOption[];
  /** What its first argument or one of its options may name, each with a line of help.
   * @default - nothing is listed
   */
  readonly topics?: readonly Topic[];
  /** What a topic is called in help, in the singular.
   * @default 'Question'
   */
  readonly topicName?: string;
  run(input: CommandInput, io: Io): Promise<ExitCode>;
}

/** A command as the catalogue lists it: enough for help, and a way to the rest. */
export interface ListedCommand {
  /** The name of its file. */
  readonly id: string;
  readonly summary: string;
  readonly load: () => Command;
}

/** Makes a command. */
export function defineCommand(command: Command): Command {
  return Object.freeze(command);
}

/** The text of an option that has a default or was given, by its name as it is typed. */
export function textOption({ options }: CommandInput, name: string): string | undefined {
  const value = options[optionKey(name)];
  return typeof value === 'string' ? value : undefined;
}

/** Names separated by commas. */
export function splitNames(text: string): readonly string[] {
  return text.split(',').map((name) => name.trim());
}

/** Whether a flag was given, by its name as it is typed. */
export function flagOption({ options }: CommandInput, name: string): boolean {
  return options[optionKey(name)] === true;
}

/** The key under which commander keeps an option: `--max-failures` is `maxFailures`. */
function optionKey(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `--format`, the same everywhere. */
export const formatOption = {
  name: 'format',
  meaning: 'how to print the result',
  value: 'format',
  default: 'text',
  choices: ['text', 'json'],
} as const satisfies CommandOption;

/** `--lang`, the same everywhere; what the machine is set to says nothing of what its reader asked for. */
export const languageOption = {
  name: 'lang',
  meaning: 'language of the texts',
  value: 'language',
  default: 'en',
  choices: languages,
} as const satisfies CommandOption;

/** The language that was asked for by {@link languageOption}. */
export function languageOf(input: CommandInput): Language {
  return languages.find((one) => one === textOption(input, languageOption.name)) ?? languageOption.default;
}

/** `--env`, the same everywhere; a name below environments/, or a folder. */
export function environmentOption(fallback: string): CommandOption {
  return {
    name: 'env',
    meaning: 'environment: a name below environments/, or a folder',
    value: 'name',
    default: fallback,
  };
}
