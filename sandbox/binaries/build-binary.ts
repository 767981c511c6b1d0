import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BinarySource } from './binary-source';

const TAIL_LINES = 5;
const LINE_LENGTH_MAX = 300;

/** What building needs of the outside. */
export interface BuildOptions {
  /** The Go command. */
  readonly go: string;
  /** The folder with a folder for each module. */
  readonly goFolder: string;
  /** Settings of the process; Go finds its caches and its proxy there. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Told with every package that was compiled: its count so far, and its path. */
  readonly progress: (packages: number, path: string) => void;
}

/**
 * Builds a program with Go from its pinned modules, without C, without paths of this machine in it.
 * Rejects with the last lines of what Go said.
 */
export async function buildBinary(source: BinarySource, output: string, options: BuildOptions): Promise<void> {
  const { build } = source;
  const given = ['build', '-v', '-trimpath', '-mod=readonly', '-ldflags', linkerFlags(source), '-o', output];
  const child = spawn(options.go, [...given, build.package], {
    cwd: join(options.goFolder, build.module),
    env: { ...options.environment, CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const tail: string[] = [];
  let packages = 0;
  createInterface({ input: child.stderr }).on('line', (line) => {
    tail.push(line.slice(0, LINE_LENGTH_MAX));
    if (tail.length > TAIL_LINES) tail.shift();
    // Beside packages, Go says what it downloads and, at the end, what is wrong.
    if (/^\S+$/.test(line)) options.progress(++packages, line);
  });
  const end = await new Promise<string | undefined>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code === 0 ? undefined : (signal ?? `exit code ${String(code)}`)));
  });
  if (end !== undefined) throw new Error(`go build of ${source.name} ended with ${end}: ${tail.join(' | ')}`);
}

function linkerFlags({ build }: BinarySource): string {
  const variables = Object.entries(build.variables ?? {}).map(([name, value]) => `-X ${name}=${value}`);
  return ['-s', '-w', ...variables].join(' ');
}
