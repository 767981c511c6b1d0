import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { root } from './repository';

/** Watches types and the tests that a change touches, until one of them ends. */
function main(): void {
  const watchers = [
    start('tsc', ['--noEmit', '--watch', '--preserveWatchOutput']),
    start('jest', ['--watch', '--onlyChanged']),
  ];
  for (const watcher of watchers) {
    watcher.on('exit', (code) => {
      for (const other of watchers) other.kill();
      process.exitCode = code ?? 0;
    });
  }
}

function start(tool: string, options: readonly string[]): ChildProcess {
  return spawn(join(root, 'node_modules/.bin', tool), [...options], { cwd: root, stdio: 'inherit' });
}

main();
