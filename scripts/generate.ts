import { join } from 'node:path';
import { catalogGenerators } from './catalogs';
import { tellRefresh } from './generated-file';
import { runProgram, runTool } from './run-tool';

/** Each script is made of what the one before it wrote. */
const scripts = ['rules/generate-rules.js', 'generate-reference.js'];

/** Renders catalogs, then what follows from the compiled catalogs; a test of the house says what is stale. */
function main(): number {
  tellRefresh(catalogGenerators);
  for (const script of scripts) {
    // A type error elsewhere must not keep the rest from being written; tsc still emits, and `check` reports it.
    runTool('tsc', ['-p', 'tsconfig.build.json']);
    const code = runProgram(process.execPath, [join(__dirname, script)]);
    if (code !== 0) return code;
  }
  return 0;
}

process.exitCode = main();
