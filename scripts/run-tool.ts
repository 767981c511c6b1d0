import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './repository';

/** Characters of output that a tool may give when it is captured. */
const OUTPUT_MAX = 64 * 1024 * 1024;

/** Runs a tool of node_modules at the root, with its output shown; its exit code. */
export function runTool(name: string, options: readonly string[]): number {
  return runProgram(join(root, 'node_modules/.bin', name), options);
}

/** Runs a program at the root, with its output shown; its exit code, 1 when it ended by a signal. */
export function runProgram(program: string, options: readonly string[]): number {
  const { status, error } = spawnSync(program, [...options], { cwd: root, stdio: 'inherit' });
  if (error !== undefined) throw error;
  return status ?? 1;
}

/** A TypeScript text as the formatter would write it. */
export function formatText(path: string, text: string): string {
  const options = { cwd: root, input: text, encoding: 'utf8', maxBuffer: OUTPUT_MAX } as const;
  const { status, stdout, stderr, error } = spawnSync(
    join(root, 'node_modules/.bin/oxfmt'),
    [`--stdin-filepath=${path}`],
    options,
  );
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`oxfmt refuses the generated ${path}:\n${stderr}`);
  return stdout;
}
