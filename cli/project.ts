import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { ProblemError, problem } from '../model/problem';
import { nearestName } from '../model/nearest-name';
import type { Io } from './io';

/** The environment that commands take when none is named: the small one, which fits a laptop. */
export const DEFAULT_ENVIRONMENT = 'sandbox';

/** An environment's folder and how it is named. */
export interface EnvironmentPlace {
  readonly name: string;
  readonly folder: string;
  /** Paths of facts are shown relative to this. */
  readonly root: string;
}

/** The root of the project that this program belongs to. */
export function projectRoot(): string {
  return resolve(__dirname, basename(dirname(__dirname)) === 'dist' ? '../..' : '..');
}

/** Finds an environment by its name below `environments/`, or by its folder. */
export function findEnvironment(given: string, io: Io): EnvironmentPlace {
  const known = join(projectRoot(), 'environments');
  const named = join(known, given);
  if (!given.includes(sep) && existsSync(named)) return { name: given, folder: named, root: projectRoot() };
  const folder = isAbsolute(given) ? given : resolve(io.cwd, given);
  if (existsSync(folder) && statSync(folder).isDirectory()) {
    const inside = !relative(projectRoot(), folder).startsWith('..');
    return { name: basename(folder), folder, root: inside ? projectRoot() : dirname(folder) };
  }
  const names = readdirSync(known).filter((name) => statSync(join(known, name)).isDirectory());
  const near = nearestName(given, names);
  throw new ProblemError([
    problem({
      code: 'environment-unknown',
      at: [],
      what: 'there is no such environment',
      got: given,
      want: near === undefined ? `one of ${names.join(', ')}, or a folder of facts` : `did you mean ${near}?`,
      next: 'name an environment below environments/, or give the path of a folder',
    }),
  ]);
}

/** Where an assembly stands: what the caller says, or `ndc.out/<environment>` in the project. */
export function assemblyFolder(given: string | undefined, environment: string, io: Io): string {
  return given === undefined ? join(projectRoot(), 'ndc.out', environment) : resolve(io.cwd, given);
}

/** A path as a person would type it from where they are. */
export function shownPath(path: string, io: Io): string {
  const shown = relative(io.cwd, path);
  return shown === '' ? '.' : shown.startsWith('..') ? path : shown;
}
