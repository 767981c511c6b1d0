import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isStableDocument } from './extract';
import type { SchemaSource } from './sources';

/** The texts of a source's files below the folder of its module, in the order of their names. */
export function readSourceFiles({ form, folders }: SchemaSource, root: string): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .toSorted()
      .filter((name) => (form === 'openapi' ? isStableDocument(name) : name.endsWith('.yaml')))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  );
}
