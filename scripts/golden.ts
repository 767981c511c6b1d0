import { spawnSync } from 'node:child_process';
import { root } from './repository';
import { runProgram } from './run-tool';

/** Where the tables are that auditors read. */
const TABLES = 'test/golden';

/** Rewrites the golden tables, then shows what changed in them; review it like prose. */
function main(): number {
  const { status, error } = spawnSync('node_modules/.bin/jest', testsOfTables(), {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, UPDATE_GOLDEN: '1' },
  });
  if (error !== undefined) throw error;
  runProgram('git', ['--no-pager', 'status', '--short', '--', TABLES]);
  runProgram('git', ['--no-pager', 'diff', '--', TABLES]);
  return status ?? 1;
}

/** The tests that compare with a table, wherever they stand. */
function testsOfTables(): readonly string[] {
  const found = spawnSync(
    'git',
    ['grep', '--untracked', '-lE', 'expectGolden\\(|describeTables\\(', '--', 'test/*.test.ts'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  return found.stdout.split('\n').filter((line) => line !== '');
}

process.exitCode = main();
