import { join } from 'node:path';
import { success, type Result, valueOf } from '../../model/problem';
import type { Assembly } from '../../resources/assembly';
import { readAssembly } from '../../resources/read/read-assembly';
import { acquireBinaries } from '../../sandbox/binaries/acquire-binaries';
import { controlPlaneBinaries } from '../../sandbox/binaries/binary-table';
import { goCommand } from '../../sandbox/binaries/go-toolchain';
import type { SandboxStatus } from '../../sandbox/control-plane/sandbox-status';
import { startSandbox } from '../../sandbox/control-plane/start-sandbox';
import { goModuleFolder } from '../../sandbox/go-modules';
import { customResourceDefinitions, type CustomResourceDefinition } from '../../sandbox/schemas/definitions';
import type { Io } from '../io';
import { chooseClusters } from './choose-clusters';
import { clusterSpecs } from './cluster-specs';
import { binaryOptions, cacheFolder } from './sandbox-place';

/** Which clusters of which assembly become a sandbox, and where. */
export interface StartAssemblyOptions {
  readonly name: string;
  /** Folder of the sandbox. */
  readonly folder: string;
  /** Names separated by commas, or `all`.
   * @default - for each data center its first shared cluster
   */
  readonly clusters?: string | undefined;
  readonly io: Pick<Io, 'environment' | 'now'>;
  /** Told what is being done, often. */
  readonly progress: (text: string) => void;
}

/** A sandbox that runs, and what of it is less than it should be. */
export interface StartedAssembly {
  readonly status: SandboxStatus;
  /** Why no definitions of custom resources could be installed; empty when they were. */
  readonly withoutDefinitions: string;
}

/**
 * Reads an assembly from its folder.
 * @throws ProblemError when it holds none
 */
export function findAssembly(folder: string): Assembly {
  return valueOf(readAssembly(folder));
}

/**
 * Starts the control planes of an assembly on this machine, with the programs, definitions, nodes and rights that they
 * need. What runs already stays. Problems are those of the outside: programs, disk, processes.
 * @throws ProblemError when it has no such clusters
 */
export async function startAssembly(
  assembly: Assembly,
  options: StartAssemblyOptions,
): Promise<Result<StartedAssembly>> {
  const { name, folder, io, progress } = options;
  // A name that is no cluster's is said before anything is built.
  chooseClusters(clusterSpecs(assembly, []), options.clusters);
  const binaries = await acquireBinaries(controlPlaneBinaries, { ...binaryOptions(io), progress });
  if (!binaries.ok) return binaries;
  const got = await findDefinitions(io, progress);
  const definitions = typeof got === 'string' ? [] : got;
  const clusters = chooseClusters(clusterSpecs(assembly, definitions), options.clusters).map(({ spec }) => spec);
  progress(`starting ${clusters.map((cluster) => cluster.name).join(', ')}`);
  const started = await startSandbox({ name, folder, clusters }, { binaries: binaries.value, now: io.now, progress });
  if (!started.ok) return started;
  return success({ status: started.value, withoutDefinitions: typeof got === 'string' ? got : '' });
}

/** The definitions of all custom resources that can be had, or why they can't. */
async function findDefinitions(
  io: StartAssemblyOptions['io'],
  progress: (text: string) => void,
): Promise<readonly CustomResourceDefinition[] | string> {
  const options = binaryOptions(io);
  const moduleFolder = async (module: string, version: string): Promise<string> =>
    goModuleFolder(module, version, await goCommand({ ...options, progress }));
  const got = await customResourceDefinitions({
    cacheFolder: join(cacheFolder(io), 'schemas'),
    moduleFolder,
    progress,
  });
  return got.ok ? got.definitions : got.reason;
}
