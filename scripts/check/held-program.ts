import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../repository';

/** A program that runs beside others; what it says is held back until its turn comes. */
export interface HeldProgram {
  /** Shows what the program said so far, and what it says from now on as it comes. */
  readonly show: () => void;
  /** The exit code; 1 when the program couldn't be started or ended by a signal. */
  readonly code: Promise<number>;
}

/** Starts a tool of node_modules at the root. */
export function startTool(name: string, options: readonly string[]): HeldProgram {
  return startHeld(join(root, 'node_modules/.bin', name), options);
}

/** Starts a program at the root. */
export function startHeld(program: string, options: readonly string[]): HeldProgram {
  const child = spawn(program, [...options], { cwd: root, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  const held: (() => void)[] = [];
  let shown = false;
  const say = (write: () => void): void => {
    if (shown) write();
    else held.push(write);
  };
  child.stdout.on('data', (chunk: Buffer) => say(() => process.stdout.write(chunk)));
  child.stderr.on('data', (chunk: Buffer) => say(() => process.stderr.write(chunk)));
  const code = new Promise<number>((resolve) => {
    child.once('error', ({ message }) => {
      say(() => process.stderr.write(`${message}\n`));
      resolve(1);
    });
    child.once('close', (status) => resolve(status ?? 1));
  });
  const show = (): void => {
    shown = true;
    for (const write of held.splice(0)) write();
  };
  return { show, code };
}

/** A tool that speaks through us still may use colors when we speak to a terminal. */
function environment(): NodeJS.ProcessEnv {
  const colored = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  return colored ? { ...process.env, FORCE_COLOR: '1' } : process.env;
}
