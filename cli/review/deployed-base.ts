import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from '../../delivery/journal/journal';
import { lastAssembliesOf, lastRunOf } from '../../delivery/journal/run-history';
import type { StateFolder } from '../../delivery/state/state-folder';
import { problem, ProblemError, valueOf } from '../../model/problem';

/**
 * The folder of the assembly that was deployed last, as the journal names it: what a change starts from. Undefined when
 * nothing was deployed yet. A deploy that began counts, since some of it may stand.
 * @throws ProblemError when the journal names one that isn't kept
 */
export function findDeployedBase(state: StateFolder): { readonly folder: string; readonly digest: string } | undefined {
  const last = lastRunOf(valueOf(readJournal(state.journal)).entries);
  if (last === undefined) return undefined;
  const { assemblyDigest: digest, environment } = last.run;
  const folder = state.deployedFolder(digest);
  if (existsSync(join(folder, 'manifest.json'))) return { folder, digest };
  throw new ProblemError([
    problem({
      code: 'deployed-assembly-missing',
      at: [],
      what: 'the assembly that was deployed last is not kept beside the journal, so nobody can tell what a change means',
      got: `no folder ${folder}`,
      want: `the assembly ${digest}`,
      next: `restore the state folder from its backup; or check out the commit that was deployed and run there ndc synth --env ${environment} --out ${folder}`,
    }),
  ]);
}

/** So many assemblies are kept: the one that was deployed last, and the one before, to be looked at when that goes wrong. */
const KEPT = 2;

/** Lets go of the assemblies that no next change starts from; the caller holds the lock of the deploy. */
export function forgetEarlierBases(state: StateFolder): void {
  state.forgetDeployed(lastAssembliesOf(valueOf(readJournal(state.journal)).entries, KEPT));
}
