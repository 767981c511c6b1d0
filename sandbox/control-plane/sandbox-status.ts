import { existsSync, readFileSync } from 'node:fs';
import { certificatePaths } from '../certificates/keep-certificates';
import { fieldOf } from './api/answer-fields';
import { ApiClient, ApiFailure } from './api/api-client';
import { clusterPlace, kubeconfigPath, type ClusterPlace } from './cluster-place';
import { tryReadState, type ClusterState } from './cluster-state';
import { rotateLog, tailOf } from './processes/log-file';
import { programs, type Program } from './processes/process-plan';
import { isRunning, tryMemory, type ProcessMemory } from './processes/process-table';
import { tryReadSandbox } from './sandbox-record';
import { logPath } from './start/ended-process';
import { countNodes, isReady, type NodeCount } from './start/readiness';

/** How many of its last lines are shown of a process that ended. */
const TAIL_LINES = 5;
/** Who doesn't answer in this time is said not to answer. */
const ANSWER_MILLISECONDS = 5_000;

/** A process of a control plane, as it is now. */
export interface ProcessStatus {
  readonly program: Program;
  readonly pid: number;
  readonly isRunning: boolean;
  /** In bytes; undefined when it doesn't run. */
  readonly memory: ProcessMemory | undefined;
  readonly log: string;
  /** Its last lines when it doesn't run. */
  readonly lastLines: readonly string[];
}

/** A control plane, as it is now. */
export interface ClusterStatus {
  readonly name: string;
  readonly endpoint: string;
  /** Version that its API server tells; undefined when it doesn't answer. */
  readonly version: string | undefined;
  /** Whether all processes run, the API server is ready and so is every node. */
  readonly isReady: boolean;
  readonly nodes: NodeCount;
  readonly processes: readonly ProcessStatus[];
  readonly folder: string;
  /** How it differs from what its construct says. */
  readonly deviations: readonly string[];
}

/** A sandbox, as it is now. */
export interface SandboxStatus {
  readonly name: string;
  readonly folder: string;
  readonly kubeconfig: string;
  readonly clusters: readonly ClusterStatus[];
}

/** Looks at a sandbox; undefined when there is none in the folder. Long logs are put aside on the way. */
export async function sandboxStatus(folder: string): Promise<SandboxStatus | undefined> {
  const record = tryReadSandbox(folder);
  if (record === undefined) return undefined;
  const clusters = await Promise.all(record.clusters.map((name) => clusterStatus(folder, name)));
  return { name: record.name, folder, kubeconfig: kubeconfigPath(folder), clusters };
}

async function clusterStatus(folder: string, name: string): Promise<ClusterStatus> {
  const place = clusterPlace(folder, name);
  const state = tryReadState(place);
  const processes = programs.map((program) => processStatus(folder, place, { program, state }));
  const running = processes.filter((one) => one.isRunning).length;
  const answer = state === undefined ? undefined : await ask(place, state);
  const nodes = answer?.nodes ?? { ready: 0, total: state?.nodes ?? 0 };
  return {
    name,
    endpoint: state === undefined ? '' : `https://127.0.0.1:${state.ports.api}`,
    version: answer?.version,
    isReady: running === programs.length && answer !== undefined && answer.isReady && nodes.ready === state?.nodes,
    nodes,
    processes,
    folder: place.folder,
    deviations: state?.deviations ?? [],
  };
}

function processStatus(
  folder: string,
  place: ClusterPlace,
  { program, state }: { readonly program: Program; readonly state: ClusterState | undefined },
): ProcessStatus {
  const record = state?.processes[program];
  const log = logPath(place, program);
  rotateLog(log);
  const running = record !== undefined && isRunning(record, folder);
  return {
    program,
    pid: record?.pid ?? 0,
    isRunning: running,
    memory: running ? tryMemory(record.pid) : undefined,
    log,
    lastLines: running ? [] : tailOf(log, TAIL_LINES),
  };
}

interface Answer {
  readonly version: string;
  readonly isReady: boolean;
  readonly nodes: NodeCount;
}

/** What the API server says of itself; undefined when it says nothing. */
async function ask({ keys }: ClusterPlace, { ports }: ClusterState): Promise<Answer | undefined> {
  const { cert, key } = certificatePaths(keys, 'break-glass');
  if (!existsSync(cert)) return undefined;
  const read = (path: string): string => readFileSync(path, 'utf8');
  const authority = read(certificatePaths(keys, 'ca').cert);
  const access = {
    port: ports.api,
    authority,
    certificate: read(cert),
    key: read(key),
    milliseconds: ANSWER_MILLISECONDS,
  };
  const client = new ApiClient(access);
  try {
    const { body } = await client.get('/version');
    return {
      version: String(fieldOf(body, 'gitVersion')),
      isReady: await isReady(client),
      nodes: await countNodes(client),
    };
  } catch (error) {
    // Silence is an answer too: the status says that it doesn't answer.
    if (error instanceof ApiFailure) return undefined;
    throw error;
  } finally {
    client.close();
  }
}
