import { createHash } from 'node:crypto';
import { posix } from 'node:path';

/** Gives the text of a source file by its path from the root of the project; undefined when there is none. */
export type ReadSource = (path: string) => string | undefined;

/** The folder whose files decide what a rule says; what it looks at through views stands elsewhere. */
const FOLDER = 'policies/';

const IMPORT = /^(?:import|export)\b[^'"]*?from '(?<from>\.[^']*)';$/gm;

interface SourceFile {
  readonly digest: string;
  /** Paths of what it imports below the folder. */
  readonly imports: readonly string[];
}

/** Source files with what they import; each is read once, since most rules share most of theirs. */
export class Sources {
  private readonly known = new Map<string, SourceFile>();

  public constructor(private readonly read: ReadSource) {}

  /**
   * The digest of source files with all that they import below `policies/`: the bytes that a rule written as a function
   * is made of. A file that isn't there has no text, which differs from an empty one.
   */
  public digestOf(paths: readonly string[]): string {
    const found = new Map<string, SourceFile>();
    const rest = [...paths];
    for (let path = rest.pop(); path !== undefined; path = rest.pop()) {
      if (found.has(path)) continue;
      const file = this.fileAt(path);
      found.set(path, file);
      rest.push(...file.imports);
    }
    const hash = createHash('sha256');
    for (const path of [...found.keys()].toSorted()) hash.update(`${path}\0${found.get(path)?.digest}\n`);
    return `sha256:${hash.digest('hex')}`;
  }

  private fileAt(path: string): SourceFile {
    const known = this.known.get(path);
    if (known !== undefined) return known;
    const text = this.read(path);
    const digest = text === undefined ? 'missing' : createHash('sha256').update(text).digest('hex');
    const file = { digest, imports: importsOf(path, text ?? '') };
    this.known.set(path, file);
    return file;
  }
}

function importsOf(path: string, text: string): readonly string[] {
  return [...text.matchAll(IMPORT)]
    .map(({ groups }) => `${posix.join(posix.dirname(path), groups?.['from'] ?? '')}.ts`)
    .filter((one) => one.startsWith(FOLDER));
}
