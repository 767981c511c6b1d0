import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../../../cli/sandbox/sandbox-place';
import { readCachedSchemas } from '../../../sandbox/schemas/acquire';
import type { Schema, SchemaSet } from '../../../sandbox/schemas/schema-set';
import { kinds } from '../corpus/healthy';
import type { Tool } from './tool';
import { versions } from './versions';

/** Kubeconform: schemas alone, from a folder, which the cache of schemas of the sandbox fills. */
export function kubeconform(program: string): Tool {
  return {
    id: 'kubeconform',
    version: versions.kubeconform,
    judges: 'schemas',
    knows: () => false,
    writeRules: (folder) => writeSchemas(folder),
    command: ({ corpus, rules }) => ({
      program,
      arguments: [
        '-strict',
        '-summary',
        '-output',
        'json',
        '-n',
        String(availableParallelism()),
        '-schema-location',
        join(rules, '{{ .ResourceKind }}{{ .KindSuffix }}.json'),
        corpus,
      ],
      printsFindings: true,
    }),
    read({ output }) {
      const { summary } = JSON.parse(readFileSync(output, 'utf8')) as Report;
      const { valid, ...others } = summary;
      const isWhole = valid > 0 && Object.values(others).every((count) => count === 0);
      if (!isWhole)
        throw new Error(`kubeconform: every object of the estate is valid, but it says ${JSON.stringify(summary)}`);
      return new Set();
    },
  };
}

/** What it tells at the end. */
interface Report {
  readonly summary: {
    readonly valid: number;
    readonly invalid: number;
    readonly errors: number;
    readonly skipped: number;
  };
}

/**
 * The schemas that are in the cache.
 * @throws Error when they aren't
 */
export function findSchemas(): readonly SchemaSet[] {
  const cached = readCachedSchemas(join(cacheFolder({ environment: process.env }), 'schemas'));
  if (!cached.ok) throw new Error(`the schemas of Kubernetes are ${cached.reason}; npm run check fetches them`);
  return cached.sets;
}

/** One file for each kind of the estate, with what it refers to beside it. */
function writeSchemas(folder: string): void {
  const sets = findSchemas();
  for (const { apiVersion, kind } of [...kinds, { apiVersion: 'v1', kind: 'Namespace' }]) {
    const set = sets.find((one) => `${apiVersion}/${kind}` in one.kinds);
    if (set === undefined) throw new Error(`no schema of ${apiVersion}/${kind}`);
    const suffix = apiVersion.replace(/\.[^/]*/, '').replace('/', '-');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${kind.toLowerCase()}-${suffix}.json`), wholeSchema(set, `${apiVersion}/${kind}`));
  }
}

function wholeSchema({ kinds: roots, definitions }: SchemaSet, id: string): string {
  const used: Record<string, Schema> = {};
  const queue: unknown[] = [roots[id]];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const [, name = ''] of JSON.stringify(at).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      const found = definitions[name];
      if (found === undefined || name in used) continue;
      used[name] = found;
      queue.push(found);
    }
  }
  const text = JSON.stringify({ ...roots[id], definitions: used });
  return text.replaceAll('"#/components/schemas/', '"#/definitions/');
}
