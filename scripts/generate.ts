import { join } from 'node:path';
import { catalogGenerators } from './catalogs';
import { tellRefresh } from './generated-file';
import { runProgram, runTool } from './run-tool';

/** Renders catalogs, then the reference pages from the compiled catalogs; a test of the house says what is stale. */
function main(): number {
  tellRefresh(catalogGenerators);
  // A type error elsewhere must not keep the pages from being written; tsc still emits, and `check` reports it.
  runTool('tsc', ['-p', 'tsconfig.build.json']);
  return runProgram(process.execPath, [join(__dirname, 'generate-reference.js')]);
}

process.exitCode = main();
