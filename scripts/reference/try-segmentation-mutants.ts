import { spawnSync } from 'node:child_process';
import { root } from '../repository';

const MUTANTS = '10000';

/** Tries the mutants of the nation's policies and writes what became of them, which takes about half an hour. */
function main(): number {
  const { status, error } = spawnSync('node_modules/.bin/jest', ['test/world/reachability/nation-mutants'], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_OPTIONS: '--max-old-space-size=8192',
      UPDATE_GOLDEN: '1',
      SEGMENTATION_MUTANTS: MUTANTS,
    },
  });
  if (error !== undefined) throw error;
  return status ?? 1;
}

process.exitCode = main();
