import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './repository';
import { runProgram } from './run-tool';
import { templates } from './templates/catalog';

/** Writes a file and its test from a template, then the catalogs; refuses to overwrite. */
function main([kind = '', name = '']: readonly string[]): number {
  const template = templates[kind];
  if (template === undefined)
    return refuse(`${kind === '' ? 'no kind' : kind}; kinds are ${Object.keys(templates).join(', ')}`);
  if (!template.namePattern.test(name)) return refuse(`name "${name}"; write npm run new ${kind} ${template.nameForm}`);
  const files = template.files(name);
  const taken = files.filter(({ path }) => existsSync(join(root, path)));
  if (taken.length > 0) return refuse(`${taken.map(({ path }) => path).join(', ')} exists already`);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.error(`wrote ${path}`);
  }
  const generated = runProgram(process.execPath, [join(__dirname, 'generate.js')]);
  console.error(`next: ${template.next}`);
  return generated;
}

function refuse(reason: string): number {
  console.error(`npm run new: ${reason}`);
  return 2;
}

process.exitCode = main(process.argv.slice(2));
