import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { conftestPolicy } from '../rego/render';
import type { Tool } from './tool';
import { versions } from './versions';

interface ConftestFile {
  readonly failures?: readonly { readonly metadata: { readonly intent: string; readonly object: string } }[];
}

/** Conftest: Rego on files, with one policy that holds a rule for each intent. */
export function conftest(program: string): Tool {
  return {
    id: 'conftest',
    version: versions.conftest,
    judges: 'intents',
    knows: () => true,
    writeRules: (folder, intents) => writeFileSync(join(folder, 'bench.rego'), conftestPolicy(intents)),
    command: ({ corpus, rules }) => ({
      program,
      arguments: ['test', corpus, '--policy', rules, '--parser', 'yaml', '--output', 'json', '--no-color', '--no-fail'],
      printsFindings: true,
    }),
    read({ output }) {
      const files = JSON.parse(readFileSync(output, 'utf8')) as readonly ConftestFile[];
      const found = files.flatMap(({ failures }) => failures ?? []);
      return new Set(found.map(({ metadata }) => `${metadata.intent} ${metadata.object}`));
    },
  };
}
