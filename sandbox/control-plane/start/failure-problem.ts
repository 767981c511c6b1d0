import { problem, type Problem } from '../../../model/problem';
import { codeOf, messageOf } from '../../caught';
import { ApiFailure } from '../api/api-client';
import { UnusableFile } from '../files/unusable-file';
import { EndedProcess } from './ended-process';
import { NotReady, READY_SECONDS } from './start-cluster';

/** What failed: a sandbox, or one of its clusters. */
export interface FailurePlace {
  readonly sandbox: string;
  readonly folder: string;
  /** @default - the sandbox as a whole */
  readonly cluster?: string | undefined;
}

/** Bytes that the disk must have left for each cluster: etcd sets 64 MB aside at once. */
export const FREE_BYTES_MIN = 268_435_456;

/** A problem for what the outside does to a sandbox; a mistake of ours is thrown on. */
export function failureProblem(error: unknown, place: FailurePlace): Problem {
  const at = [place.sandbox, ...(place.cluster === undefined ? [] : [place.cluster])];
  if (error instanceof EndedProcess) return error.explain(place.sandbox, place.cluster ?? '');
  if (error instanceof NotReady || error instanceof ApiFailure) return notReady(error, at);
  if (error instanceof UnusableFile) return unusableFile(error, at);
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(place, { got: 'a write that the disk refused' });
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code)) return unusableFolder(error, at);
  throw error;
}

/** The disk has no room. */
export function diskFull(
  { sandbox, folder, cluster }: FailurePlace,
  { got, wanted = FREE_BYTES_MIN }: { readonly got: string; readonly wanted?: number },
): Problem {
  return problem({
    code: 'sandbox-disk-full',
    at: [sandbox, ...(cluster === undefined ? [] : [cluster])],
    what: `the disk of ${folder} has no room for a sandbox`,
    got,
    want: `at least ${Math.round(wanted / 1_048_576)} MB free`,
    next: 'free some space, or name a folder on another disk with --state',
  });
}

function notReady(error: Error, at: readonly string[]): Problem {
  const cluster = at.at(-1) ?? '';
  return problem({
    code: 'sandbox-not-ready',
    at,
    what: `${cluster} runs, but is not ready`,
    got: error.message,
    want: `within ${READY_SECONDS} s: every node ready, every definition served, controllers at work`,
    next: `read ndc sandbox logs ${cluster}, then try ndc sandbox up again`,
  });
}

function unusableFile(error: UnusableFile, at: readonly string[]): Problem {
  return problem({
    code: 'sandbox-file-unusable',
    at,
    what: 'a file of its construct cannot be used',
    got: error.message,
    want: 'a file that an API server reads',
    next: 'synthesize the assembly anew, and look at the KubeadmControlPlane of the cluster',
  });
}

function unusableFolder(error: unknown, at: readonly string[]): Problem {
  return problem({
    code: 'sandbox-folder-unusable',
    at,
    what: 'the folder of the sandbox cannot be written',
    got: messageOf(error),
    want: 'a folder of your own',
    next: 'name another one with --state',
  });
}
