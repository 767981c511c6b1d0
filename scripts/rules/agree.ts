import { spawnSync } from 'node:child_process';
import { root } from '../repository';

/** The tests that write the pages of agreement. */
const TESTS = ['test/world/rules/rules-at-admission', 'test/policies/engine/assembly-agreement'];

/** Asks real API servers and other engines about the rules again and rewrites the pages of agreement, which takes minutes. */
function main(): number {
  const { status, error } = spawnSync('node_modules/.bin/jest', TESTS, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, UPDATE_GOLDEN: '1' },
  });
  if (error !== undefined) throw error;
  return status ?? 1;
}

process.exitCode = main();
