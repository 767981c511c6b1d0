import { spawnSync } from 'node:child_process';
import { root } from '../repository';

/** Asks real API servers about the rules again and rewrites the page of their agreement, which takes minutes. */
function main(): number {
  const { status, error } = spawnSync('node_modules/.bin/jest', ['test/world/rules/rules-at-admission'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, UPDATE_GOLDEN: '1' },
  });
  if (error !== undefined) throw error;
  return status ?? 1;
}

process.exitCode = main();
