import { statfsSync } from 'node:fs';
import { failure, success, type Problem, type Result } from '../../model/problem';
import { exclusively } from '../exclusive';
import { addToSandbox } from './sandbox-record';
import type { ClusterSpec, SandboxSpec } from './sandbox-spec';
import { sandboxStatus, type SandboxStatus } from './sandbox-status';
import { diskFull, failureProblem, FREE_BYTES_MIN } from './start/failure-problem';
import { startCluster, type StartOptions } from './start/start-cluster';
import { stopStrays } from './stop-sandbox';
import { writeKubeconfig } from './write-kubeconfig';

/** What starting a sandbox needs of the outside. */
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
  const place = { sandbox: spec.name, folder: spec.folder };
  try {
    const names = spec.clusters.map(({ name }) => name);
    const { clusters } = addToSandbox(spec.folder, spec.name, names);
    await stopStrays(spec.folder, clusters);
    const full = diskProblem(spec, options.freeBytes ?? freeBytes);
    if (full !== undefined) return failure([full]);
    const problems = await Promise.all(spec.clusters.map((cluster) => startOne(spec, cluster, options)));
    writeKubeconfig(spec.folder, clusters);
    const found = problems.filter((one) => one !== undefined);
    if (found.length > 0) return failure(found);
  } catch (error) {
    return failure([failureProblem(error, place)]);
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
    return failureProblem(error, { sandbox: spec.name, folder: spec.folder, cluster: cluster.name });
  }
}

/** Asked each time: a sandbox that runs out of room while it runs is worse than one that isn't started. */
function diskProblem(spec: SandboxSpec, free: (folder: string) => number): Problem | undefined {
  const wanted = FREE_BYTES_MIN * spec.clusters.length;
  const bytes = free(spec.folder);
  if (bytes >= wanted) return undefined;
  const got = `${Math.round(bytes / 1_048_576)} MB free`;
  return diskFull({ sandbox: spec.name, folder: spec.folder }, { got, wanted });
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
