import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './repository';

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
