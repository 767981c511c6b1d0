import { Command as Program, CommanderError, Option } from 'commander';
import { exitCodes, type Command, type CommandInput, type ExitCode, type Topic } from './command';
import { commandCatalog } from './catalog';
import { processIo, type Io } from './io';
import { printProblems } from './print-problems';
import { ProblemError } from '../model/problem';

/** Runs the command line and tells the exit code; the only place where an error becomes a message. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  // Stack traces of every token take a third of synthesis (cdktn); read when the first construct is made.
  process.env['CDKTN_DISABLE_CREATION_STACK'] = '1';
  let exitCode: ExitCode = exitCodes.clean;
  const program = new Program('ndc')
    .description('Infrastructure as code for national data centers and the government cloud on them.')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError('Run ndc --help for all commands.');
  for (const { id, summary, load } of commandCatalog) {
    const sub = program.command(id).description(summary);
    // The rooms behind a command take up to a second to load; help and the other commands need none of them.
    if (argv.includes(id)) addParts(sub, { command: load(), io, done: (code) => (exitCode = code) });
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return explainError(error, io);
  }
}

function addParts(
  sub: Program,
  { command, io, done }: { command: Command; io: Io; done: (code: ExitCode) => void },
): void {
  for (const argument of command.arguments) {
    const name = `${argument.name}${argument.isRepeated === true ? '...' : ''}`;
    sub.argument(argument.required ? `<${name}>` : `[${name}]`, argument.meaning);
  }
  const topics = command.topics ?? [];
  if (topics.length > 0) sub.addHelpText('after', topicsText(command.topicName ?? 'Question', topics));
  for (const option of command.options) {
    const flags = option.value === undefined ? `--${option.name}` : `--${option.name} <${option.value}>`;
    const made = new Option(flags, option.meaning);
    if (option.default !== undefined) made.default(option.default);
    if (option.choices !== undefined) made.choices([...option.choices]);
    sub.addOption(made);
  }
  sub.action(async () => {
    const input: CommandInput = { arguments: sub.args, options: sub.opts<CommandInput['options']>() };
    done(await command.run(input, io));
  });
}

function explainError(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.wrongInput;
  if (error instanceof ProblemError) {
    printProblems(error, io);
    return exitCodes.wrongInput;
  }
  const text = error instanceof Error ? error.message : String(error);
  const stack = io.environment['NDC_DEBUG'] === undefined || !(error instanceof Error) ? '' : `\n${error.stack ?? ''}`;
  io.err(`ndc: ${text}${stack}\n`);
  return exitCodes.outsideFailed;
}

if (require.main === module) {
  void main(process.argv.slice(2), processIo()).then((code) => {
    process.exitCode = code;
  });
}

/** The things that a command may be asked for, below its options, each on lines of its own. */
function topicsText(title: string, topics: readonly Topic[]): string {
  const width = Math.max(...topics.map(({ name }) => name.length));
  return ['', `${title}s:`, ...topics.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)].join('\n');
}
