import { createHash } from 'node:crypto';
import { dump } from 'js-yaml';
import type { EstateObject } from './estate';

/** A file of the corpus. */
export interface CorpusFile {
  readonly name: string;
  readonly text: string;
}

const OBJECTS_OF_FILE = 50;

/** The estate as manifests: files of fifty documents. */
export function manifestFiles(estate: readonly EstateObject[]): readonly CorpusFile[] {
  const count = Math.ceil(estate.length / OBJECTS_OF_FILE);
  return Array.from({ length: count }, (_, index) => {
    const objects = estate.slice(index * OBJECTS_OF_FILE, (index + 1) * OBJECTS_OF_FILE);
    const text = objects.map(({ body }) => dump(body, { noRefs: true, lineWidth: -1 })).join('---\n');
    return { name: `objects-${String(index).padStart(4, '0')}.yaml`, text };
  });
}

/** The digest of files by name and content. */
export function corpusDigest(files: readonly CorpusFile[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of files) hash.update(`${name}\0${text.length}\0${text}`);
  return `sha256:${hash.digest('hex')}`;
}
