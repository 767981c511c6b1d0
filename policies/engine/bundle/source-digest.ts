import { createHash } from 'node:crypto';
import { posix } from 'node:path';

/** Gives the text of a source file by its path from the root of the project; undefined when there is none. */
export type ReadSource = (path: string) => string | undefined;

/** The folder whose files decide what a rule says; what it looks at through views stands elsewhere. */
const FOLDER = 'policies/';

const IMPORT = /^(?:import|export)\b[^'"]*?from '(?<from>\.[^']*)';$/gm;

/**
 * The digest of source files with all that they import below `policies/`: the bytes that a rule written as a function
 * is made of. A file that isn't there has no text, which differs from an empty one.
 */
export function sourceDigest(paths: readonly string[], read: ReadSource): string {
  const texts = new Map<string, string | undefined>();
  const rest = [...paths];
  for (let path = rest.pop(); path !== undefined; path = rest.pop()) {
    if (texts.has(path)) continue;
    const text = read(path);
    texts.set(path, text);
    rest.push(...importsOf(path, text ?? ''));
  }
  const hash = createHash('sha256');
  for (const path of [...texts.keys()].toSorted()) {
    const text = texts.get(path);
    hash.update(`${path}\0${text === undefined ? 'missing' : createHash('sha256').update(text).digest('hex')}\n`);
  }
  return `sha256:${hash.digest('hex')}`;
}

function importsOf(path: string, text: string): readonly string[] {
  return [...text.matchAll(IMPORT)]
    .map(({ groups }) => `${posix.join(posix.dirname(path), groups?.['from'] ?? '')}.ts`)
    .filter((one) => one.startsWith(FOLDER));
}
