import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { problem, ProblemError } from '../../model/problem';
import { systemErrorCode } from '../../resources/read/folder';
import type { Io } from '../io';

/** A file that a person named on the command line. */
export interface GivenFile {
  /** As it was typed. */
  readonly name: string;
  /** What it should be, such as `a bundle of evidence`. */
  readonly what: string;
  /** More is not read. */
  readonly bytesMax: number;
}

/**
 * The bytes of a file that a person named, from where they are; links are followed, pipes and folders are not read.
 * @throws ProblemError when it can't be read, or is larger than such a file ever is
 */
export function readGivenFile({ name, what, bytesMax }: GivenFile, io: Pick<Io, 'cwd'>): Buffer {
  const refuse = (got: string): never => {
    throw new ProblemError([
      problem({
        code: 'file-unreadable',
        at: [name],
        what: 'the file can not be read',
        got,
        want: `${what}, a plain file of at most ${bytesMax} bytes`,
        next: 'correct the path',
      }),
    ]);
  };
  if (name.includes('\u0000')) return refuse('a name with a zero byte');
  try {
    const path = resolve(io.cwd, name);
    const status = statSync(path);
    if (!status.isFile()) return refuse(status.isDirectory() ? 'a folder' : 'no plain file');
    return status.size > bytesMax ? refuse(`${status.size} bytes`) : readFileSync(path);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return refuse(code === 'ENOENT' ? 'no such file' : code);
  }
}
