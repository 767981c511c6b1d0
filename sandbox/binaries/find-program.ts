import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { BinarySource } from './binary-source';
import { isAtLeast, tryProgramVersion } from './program-version';

/** A program that stands somewhere on this machine. */
export interface FoundProgram {
  readonly path: string;
  readonly version: string;
}

/** The folders of a search path such as `PATH`; those that depend on where one stands are left out. */
export function searchFolders(...paths: readonly (string | undefined)[]): readonly string[] {
  const folders = paths.flatMap((path) => (path ?? '').split(':')).filter((folder) => isAbsolute(folder));
  return [...new Set(folders)];
}

/** Looks for a program of the right release, or an accepted alternative, in folders in order; runs each to know its version. */
export async function tryFindProgram(
  source: BinarySource,
  folders: readonly string[],
): Promise<FoundProgram | undefined> {
  const { name, version: exact, versionArguments } = source;
  if (versionArguments === undefined) return undefined;
  const wanted = [
    ...(source.alternatives ?? []).map((one) => ({
      name: one.name,
      accepts: (version: string) => isAtLeast(version, one.versionMin),
    })),
    { name, accepts: (version: string) => version === exact },
  ];
  for (const one of wanted) {
    for (const path of folders.map((folder) => join(folder, one.name)).filter(isProgram)) {
      const version = await tryProgramVersion(path, versionArguments);
      if (version !== undefined && one.accepts(version)) return { path, version };
    }
  }
  return undefined;
}

/** Whether a path is a file that may be run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
