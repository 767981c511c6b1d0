import { join, resolve } from 'node:path';
import { problem, ProblemError } from '../../../model/problem';
import { formatOption, splitNames, textOption, type CommandInput, type CommandOption } from '../../command';
import type { Io } from '../../io';
import { assemblyFolder, DEFAULT_ENVIRONMENT, projectRoot } from '../../project';

/** The argument of every command that delivers. */
export const assemblyArgument = {
  name: 'assembly',
  meaning: `folder of the assembly (default: ndc.out/${DEFAULT_ENVIRONMENT})`,
  required: false,
} as const;

/** Options that tell which clusters a command reaches, and how. */
export const reachOptions: readonly CommandOption[] = [
  {
    name: 'kubeconfig',
    meaning: 'kubeconfig whose contexts are named like clusters (default: the one of the sandbox)',
    value: 'file',
  },
  { name: 'sandbox-name', meaning: 'name of the sandbox to reach', value: 'name', default: 'default' },
  { name: 'clusters', meaning: 'only these clusters, by comma (default: all that have a context)', value: 'names' },
  {
    name: 'state',
    meaning: 'folder of journal and Terraform states (default: ndc.state/<environment>)',
    value: 'folder',
  },
  {
    name: 'pulled',
    meaning: 'exported GitOps tree whose steps the clusters pull themselves; they are left alone',
    value: 'folder',
  },
];

/** Options of every command that reaches clusters. */
export const clusterOptions: readonly CommandOption[] = [...reachOptions, formatOption];

/** Options of commands that change clusters. */
export const deployOptions: readonly CommandOption[] = [
  ...clusterOptions,
  { name: 'canary', meaning: 'tenant that goes first (default: the one whose loss hurts least)', value: 'tenant' },
  { name: 'province', meaning: 'province that goes second (default: the smallest)', value: 'tenant' },
  { name: 'max-failures', meaning: 'steps that may fail before no new one starts', value: 'count', default: '0' },
  { name: 'parallel', meaning: 'steps at once', value: 'count', default: '4' },
];

/** The option of the command that begins a run. */
export const madeAnewOption: CommandOption = {
  name: 'made-anew',
  meaning: 'clusters, by comma, that were made anew on purpose: what the old ones held counts as gone',
  value: 'names',
};

/** The folder of the assembly that a delivering command was given. */
export function deliveredAssembly(input: CommandInput, io: Io): string {
  return assemblyFolder(input.arguments[0], DEFAULT_ENVIRONMENT, io);
}

/** The state folder of an environment: what the caller says, or `ndc.state/<environment>` in the project. */
export function stateFolderOf(input: CommandInput, environment: string, io: Io): string {
  const given = textOption(input, 'state');
  return given === undefined ? join(projectRoot(), 'ndc.state', environment) : resolve(io.cwd, given);
}

/** The names of an option, by comma; none when it wasn't given. */
export function namesOption(input: CommandInput, name: string): readonly string[] {
  return splitNames(textOption(input, name) ?? '').filter((one) => one !== '');
}

/**
 * A whole number of an option.
 * @throws ProblemError when it is none, or out of bounds
 */
export function countOption(input: CommandInput, name: string, { min, max }: { min: number; max: number }): number {
  const text = textOption(input, name) ?? '';
  const count = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (count >= min && count <= max) return count;
  throw new ProblemError([
    problem({
      code: 'option-not-a-count',
      at: [],
      what: `--${name} takes a whole number`,
      got: text,
      want: `${min} to ${max}`,
      next: `give --${name} a number, or leave it out`,
    }),
  ]);
}
