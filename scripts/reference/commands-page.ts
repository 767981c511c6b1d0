import { commandCatalog } from '../../cli/catalog';
import { exitCodes, type Command, type CommandOption } from '../../cli/command';
import { markdownPage, markdownTable } from './markdown';

/** The page of all commands. */
export function commandsPage(): string {
  const codes = Object.entries(exitCodes).map(([name, code]) => [
    String(code),
    exitMeanings[name as keyof typeof exitCodes],
  ]);
  const blocks = commandCatalog.map(({ id, load }) => commandBlock(id, load()));
  return markdownPage('Commands', [...blocks, '## Exit codes', markdownTable(['Code', 'Means'], codes)]);
}

const exitMeanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  clean: 'clean',
  findings: 'findings, or differences',
  wrongInput: 'wrong input or configuration',
  outsideFailed: 'an outside tool failed',
};

function commandBlock(id: string, command: Command): string {
  const positional = command.arguments
    .map(({ name, isRepeated = false, required }) => [isRepeated ? `${name}...` : name, required] as const)
    .map(([name, required]) => (required ? ` <${name}>` : ` [${name}]`))
    .join('');
  const options = command.options.length > 0 ? ' [options]' : '';
  return [
    `## ${id}`,
    command.summary,
    `\`\`\`\nndc ${id}${positional}${options}\n\`\`\``,
    markdownTable(
      ['Argument', 'Means'],
      command.arguments.map(({ name, meaning, required }) => [
        name,
        required ? meaning : `${meaning} (may be left out)`,
      ]),
    ),
    markdownTable(
      [command.topicName ?? 'Question', command.topicName === undefined ? 'Answers' : 'Is'],
      (command.topics ?? []).map(({ name, summary }) => [name, summary]),
    ),
    markdownTable(['Option', 'Means', 'Default'], command.options.map(optionRow)),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function optionRow(option: CommandOption): readonly string[] {
  const value = option.value === undefined ? '' : ` <${option.value}>`;
  const choices = option.choices === undefined ? '' : `: ${option.choices.join(', ')}`;
  return [`--${option.name}${value}`, `${option.meaning}${choices}`, option.default ?? ''];
}
