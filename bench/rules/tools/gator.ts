import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { gatorObjects } from '../rego/render';
import type { Tool } from './tool';
import { versions } from './versions';

interface GatorFinding {
  readonly msg: string;
  readonly violatingObject: {
    readonly kind: string;
    readonly metadata: { readonly name: string; readonly namespace?: string };
  };
}

/** Gator: Gatekeeper without a cluster, with one template and one constraint for each intent. */
export function gator(program: string): Tool {
  return {
    id: 'gator',
    version: versions.gator,
    judges: 'intents',
    knows: () => true,
    writeRules(folder, intents) {
      const objects = intents.flatMap((id) => gatorObjects(id));
      writeFileSync(join(folder, 'bench.yaml'), objects.map((one) => dump(one)).join('---\n'));
    },
    command: ({ corpus, rules }) => ({
      program,
      arguments: ['test', '--filename', corpus, '--filename', rules, '--output', 'json'],
      printsFindings: true,
    }),
    read({ output }) {
      // It prints null when it finds nothing, and nothing at all when it couldn't judge; both end with 1 or 0.
      const found = (JSON.parse(readFileSync(output, 'utf8')) ?? []) as readonly GatorFinding[];
      return new Set(
        found.map(
          ({ msg, violatingObject: { kind, metadata } }) =>
            `${msg} ${kind}/${metadata.namespace ?? '-'}/${metadata.name}`,
        ),
      );
    },
  };
}
