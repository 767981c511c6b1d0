import { bundleLimits } from './bundle-limits';
import { MANIFEST_PATHS } from './bundle-manifest';

/** What is wrong with a path, and at which of its bytes; the index after the last byte is where it ends. */
export interface PathFault {
  readonly index: number;
  readonly want: string;
}

const FIRST = /[a-z0-9]/;
const NEXT = /[a-z0-9._/-]/;

/**
 * The first byte at which a text stops being a path: names of a-z, 0-9, `.`, `_` and `-` that begin with a letter or digit,
 * joined by `/`. So no path leads out of a folder, and no two are one for a file system that folds case or normalizes.
 */
export function findPathFault(text: string): PathFault | undefined {
  const { pathBytesMax, segmentBytesMax } = bundleLimits;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    const isFirst = index === start;
    if (!(isFirst ? FIRST : NEXT).test(char))
      return { index, want: isFirst ? 'a-z or 0-9, which a name begins with' : 'one of a-z, 0-9, ., _, - and /' };
    if (index === pathBytesMax) return { index, want: `the end of the path, which has at most ${pathBytesMax} bytes` };
    if (char === '/') start = index + 1;
    else if (index - start === segmentBytesMax)
      return { index, want: `the end of the name, which has at most ${segmentBytesMax} bytes` };
  }
  return start === text.length ? { index: start, want: 'a-z or 0-9, which a name begins with' } : undefined;
}

/** Paths as they come one after another: sorted by their bytes, each once, none that is a folder of another. */
export class PathOrder {
  readonly #taken = new Set<string>(Object.values(MANIFEST_PATHS));
  #last = '';

  /** Takes the next path; says at which of its bytes it can't come next, and then leaves it out. */
  public add(path: string): PathFault | undefined {
    const fault = [this.#disorder(path), this.#clash(path)]
      .filter((one) => one !== undefined)
      .toSorted((a, b) => a.index - b.index)[0];
    if (fault !== undefined) return fault;
    this.#taken.add(path);
    this.#last = path;
    return undefined;
  }

  #disorder(path: string): PathFault | undefined {
    if (path > this.#last) return undefined;
    let index = 0;
    while (index < path.length && path[index] === this.#last[index]) index += 1;
    return { index, want: `a path that comes after ${this.#last}` };
  }

  #clash(path: string): PathFault | undefined {
    for (let index = path.indexOf('/'); index !== -1; index = path.indexOf('/', index + 1))
      if (this.#taken.has(path.slice(0, index)))
        return { index, want: `another name: ${path.slice(0, index)} is a file already` };
    return this.#taken.has(path) ? { index: path.length, want: `another name: ${path} is there already` } : undefined;
  }
}
