import { statfsSync } from 'node:fs';
import { failure, problem, success, type Problem, type Result } from '../../model/problem';
import { exclusively } from '../exclusive';
import { addToSandbox } from './sandbox-record';
import { sandboxStatus, type SandboxStatus } from './sandbox-status';
import type { ClusterSpec, SandboxSpec } from './sandbox-spec';
import { EndedProcess } from './start/ended-process';
import { NotReady, READY_SECONDS, startCluster, type StartOptions } from './start/start-cluster';
import { ApiFailure } from './api/api-client';
import { stopStrays } from './stop-sandbox';
import { UnusableFile } from './files/unusable-file';
import { writeKubeconfig } from './write-kubeconfig';
import { codeOf, messageOf } from '../caught';

/** Bytes that the disk must have left for each cluster: etcd sets 64 MB aside at once. */
const FREE_BYTES_MIN = 268_435_456;

/** How starting looks at the disk.
 */
export interface StartSandboxOptions extends StartOptions {
  /** Bytes that are free on the disk of a folder.
   * @default - asks the system
   */
  readonly freeBytes?: (folder: string) => number;
}

/**
 * Makes a sandbox run: every cluster of the spec, all at once, each as its spec says. What runs already is left
 * alone, what has ended is started. Every problem of every cluster comes back; clusters without one stay up.
 */
export async function startSandbox(spec: SandboxSpec, options: StartSandboxOptions): Promise<Result<SandboxStatus>> {
  return exclusively(`sandbox ${spec.folder}`, () => startAlone(spec, options), {
    onWait: () => options.progress?.(`waiting for another command on the sandbox ${spec.name}`),
  });
}

async function startAlone(spec: SandboxSpec, options: StartSandboxOptions): Promise<Result<SandboxStatus>> {
  try {
    const { clusters } = addToSandbox(
      spec.folder,
      spec.name,
      spec.clusters.map(({ name }) => name),
    );
    const full = diskProblem(spec, options.freeBytes ?? freeBytes);
    if (full !== undefined) return failure([full]);
    await stopStrays(spec.folder, clusters);
    const problems = await Promise.all(spec.clusters.map((cluster) => startOne(spec, cluster, options)));
    writeKubeconfig(spec.folder, clusters);
    const found = problems.filter((one) => one !== undefined);
    if (found.length > 0) return failure(found);
  } catch (error) {
    return failure([explain(error, spec)]);
  }
  const status = await sandboxStatus(spec.folder);
  if (status === undefined) throw new Error(`the sandbox in ${spec.folder} was removed while it started`);
  return success(status);
}

async function startOne(
  spec: SandboxSpec,
  cluster: ClusterSpec,
  options: StartSandboxOptions,
): Promise<Problem | undefined> {
  try {
    await startCluster(spec, cluster, options);
    options.progress?.(`${cluster.name} is ready`);
    return undefined;
  } catch (error) {
    return explain(error, spec, cluster);
  }
}

/** A problem for what the outside does to a sandbox; a mistake of ours is thrown on. */
function explain(error: unknown, { name, folder }: SandboxSpec, cluster?: ClusterSpec): Problem {
  const at = cluster === undefined ? [name] : [name, cluster.name];
  if (error instanceof EndedProcess) return error.explain(name, cluster?.name ?? '');
  if (error instanceof NotReady || error instanceof ApiFailure) return notReady(error, at);
  if (error instanceof UnusableFile) {
    return problem({
      code: 'sandbox-file-unusable',
      at,
      what: 'a file of its construct cannot be used',
      got: error.message,
      want: 'a file that an API server reads',
      next: 'synthesize the assembly anew, and look at the KubeadmControlPlane of the cluster',
    });
  }
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(at, folder, { got: 'a write that the disk refused' });
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code)) {
    return problem({
      code: 'sandbox-folder-unusable',
      at,
      what: 'the folder of the sandbox cannot be written',
      got: messageOf(error),
      want: 'a folder of your own',
      next: 'name another one with --state',
    });
  }
  throw error;
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

function diskProblem({ name, folder, clusters }: SandboxSpec, free: (folder: string) => number): Problem | undefined {
  const wanted = FREE_BYTES_MIN * clusters.length;
  const got = free(folder);
  return got >= wanted ? undefined : diskFull([name], folder, { got: `${megabytes(got)} MB free`, wanted });
}

function diskFull(
  at: readonly string[],
  folder: string,
  { got, wanted = FREE_BYTES_MIN }: { readonly got: string; readonly wanted?: number },
): Problem {
  return problem({
    code: 'sandbox-disk-full',
    at,
    what: `the disk of ${folder} has no room for a sandbox`,
    got,
    want: `at least ${megabytes(wanted)} MB free`,
    next: 'free some space, or name a folder on another disk with --state',
  });
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_048_576);
}
