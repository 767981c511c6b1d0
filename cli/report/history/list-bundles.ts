import { resolve } from 'node:path';
import { problem, ProblemError, type Problem } from '../../../model/problem';
import { tryListFolder } from '../../../resources/read/folder';
import { bundleFileName, sequenceOfFile } from '../../evidence/bundle-file';
import type { Io } from '../../io';

/** A file of a folder of bundles, and the number in its name. */
export interface NamedBundle {
  /** The name of the folder as it was given, then that of the file. */
  readonly name: string;
  readonly sequence: number;
}

/** The most bundles of a folder: one a day for 27 years. */
const BUNDLES_MAX = 10_000;

/**
 * The bundles in a folder in the order of their numbers, by their names alone. Nothing else may be there: whoever leaves
 * a file out of a trend must say so.
 * @throws ProblemError when there are none, too many, other files, or a number is missing
 */
export function listBundles(folder: string, { cwd }: Pick<Io, 'cwd'>): readonly NamedBundle[] {
  const shown = folder.replace(/\/+$/, '');
  const listing = tryListFolder(resolve(cwd, folder));
  if (typeof listing === 'string') throw new ProblemError([notAChain(shown, listing, 'a folder of bundles')]);
  const paths = [...listing.files].toSorted();
  const strange = [...listing.others, ...paths.filter((path) => sequenceOfFile(path) === undefined)].toSorted();
  if (strange.length > 0) throw new ProblemError(strange.slice(0, SHOWN_MAX).map((path) => strangerIn(shown, path)));
  const named = paths
    .map((path) => ({ name: `${shown}/${path}`, sequence: sequenceOfFile(path) ?? 0 }))
    .toSorted((a, b) => a.sequence - b.sequence);
  if (named.length === 0 || named.length > BUNDLES_MAX)
    throw new ProblemError([notAChain(shown, `${named.length} bundles`, `1 to ${BUNDLES_MAX} bundles`)]);
  const gaps = named.flatMap(({ sequence }, index) => {
    const before = named[index - 1]?.sequence ?? sequence - 1;
    return sequence === before + 1 ? [] : [gapIn(shown, before, sequence)];
  });
  if (gaps.length > 0) throw new ProblemError(gaps.slice(0, SHOWN_MAX));
  return named;
}

/** The most problems of one kind that are told. */
const SHOWN_MAX = 20;

function notAChain(folder: string, got: string, want: string): Problem {
  return problem({
    code: 'no-folder-of-bundles',
    at: [folder],
    what: 'no history can be read from the folder',
    got,
    want,
    next: 'name one bundle, or the folder evidence of the state folder',
  });
}

function strangerIn(folder: string, path: string): Problem {
  return problem({
    code: 'stranger-among-bundles',
    at: [`${folder}/${path}`],
    what: 'something else than bundles stands in the folder',
    got: path,
    want: `plain files with names such as ${bundleFileName(1)}`,
    next: 'move it elsewhere; the name of a bundle is the number that the deploy gave it',
  });
}

function gapIn(folder: string, before: number, after: number): Problem {
  const first = before + 1;
  const missing = first === after - 1 ? `bundle ${first}` : `bundles ${first} to ${after - 1}`;
  return problem({
    code: 'bundles-missing',
    at: [folder],
    what: `${missing} of the chain is not in the folder`,
    got: `${bundleFileName(after)} after ${bundleFileName(before)}`,
    want: `${bundleFileName(first)} after ${bundleFileName(before)}`,
    next: `bring what is missing back from a copy, or name a folder that begins with ${bundleFileName(after)}`,
  });
}
