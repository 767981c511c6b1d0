import { join } from 'node:path';
import { catalogGenerators } from './catalogs';
import { runGenerators } from './generated-file';
import { runProgram, runTool } from './run-tool';

/** Renders catalogs, then the reference pages from the compiled catalogs; with `--check` compares only. */
function main(options: readonly string[]): number {
  const check = options.includes('--check');
  const catalogs = runGenerators(catalogGenerators, { check });
  if (catalogs !== 0) return catalogs;
  // A type error elsewhere must not keep the pages from being written; tsc still emits, and `check` reports it.
  if (!check) runTool('tsc', ['-p', 'tsconfig.build.json']);
  return runProgram(process.execPath, [join(__dirname, 'generate-reference.js'), ...options]);
}

process.exitCode = main(process.argv.slice(2));
