import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { problem, ProblemError } from '../../model/problem';
import { goPlatform } from '../../sandbox/binaries/binary-source';
import type { AcquireBinariesOptions } from '../../sandbox/binaries/acquire-binaries';
import { searchFolders } from '../../sandbox/binaries/find-program';
import type { Io } from '../io';
import { projectRoot } from '../project';

const NAME = /^[a-z0-9](?:[-a-z0-9]{0,38}[a-z0-9])?$/;

/** Folder of `ndc` in the person's cache: programs, schemas, definitions. */
export function cacheFolder({ environment }: Pick<Io, 'environment'>): string {
  const own = environment['NDC_CACHE'];
  if (own !== undefined && own !== '') return resolve(own);
  return join(base(environment, { name: 'XDG_CACHE_HOME', fallback: '.cache' }), 'ndc');
}

/**
 * Folder of a sandbox: below the one that is given, else below the person's state.
 * @throws ProblemError on a name that is none
 */
export function sandboxFolder(name: string, given: string | undefined, io: Pick<Io, 'environment' | 'cwd'>): string {
  if (!NAME.test(name)) {
    throw new ProblemError([
      problem({
        code: 'sandbox-name-malformed',
        at: ['--name'],
        what: 'a sandbox cannot be called so',
        got: name,
        want: 'at most 40 lowercase letters, digits and hyphens, not at its ends',
        next: 'choose another name',
      }),
    ]);
  }
  if (given !== undefined) return resolve(io.cwd, given);
  const state = base(io.environment, { name: 'XDG_STATE_HOME', fallback: '.local/state' });
  return join(state, 'ndc', 'sandboxes', name);
}

/** What getting the sandbox's programs needs of this process. */
export function binaryOptions(io: Pick<Io, 'environment' | 'now'>): AcquireBinariesOptions {
  const { environment, now } = io;
  return {
    platform: goPlatform(process),
    cacheFolder: cacheFolder(io),
    goFolder: join(projectRoot(), 'sandbox/go'),
    searchFolders: searchFolders(environment['KUBEBUILDER_ASSETS'], environment['PATH']),
    environment,
    now,
  };
}

function base(
  environment: Io['environment'],
  { name, fallback }: { readonly name: string; readonly fallback: string },
): string {
  const given = environment[name];
  return given !== undefined && given !== '' ? resolve(given) : join(environment['HOME'] ?? homedir(), fallback);
}
