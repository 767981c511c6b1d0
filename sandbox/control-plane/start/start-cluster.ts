import { mkdirSync, readFileSync } from 'node:fs';
import { certificatePaths, keepCertificates } from '../../certificates/keep-certificates';
import { accessObjects } from '../api/bootstrap-objects';
import { clusterPlace } from '../cluster-place';
import { tryReadState } from '../cluster-state';
import type { ComponentContext } from '../components/component-context';
import { controllerManagerPlan, schedulerPlan } from '../components/controllers';
import { etcdPlan } from '../components/etcd';
import { apiServerPlan } from '../components/kube-apiserver';
import { nodeSimulatorPlan } from '../components/node-simulator';
import { podStages, podStagesPath } from '../components/pod-stages';
import { writeHostFiles } from '../files/host-files';
import { writePrivate } from '../files/write-private';
import { programs } from '../processes/process-plan';
import { isRunning } from '../processes/process-table';
import type { ClusterSpec, SandboxSpec } from '../sandbox-spec';
import { applyObjects } from './apply-objects';
import { writeCallerKubeconfigs } from './caller-kubeconfigs';
import { ClusterRun } from './cluster-run';
import { deviationsOf } from './deviations';
import { EndedProcess } from './ended-process';
import { countNodes, haveControllers, isReady } from './readiness';
import { settlePorts } from './settle-ports';
import { until } from './until';

/** How long a control plane may take to become ready. */
export const READY_SECONDS = 180;
const WAIT = { milliseconds: READY_SECONDS * 1_000 } as const;
const PORT_ATTEMPTS = 4;
/** A stranger on the port may never answer; then the end of our process must be noticed soon. */
const PROBE_MILLISECONDS = 3_000;

/** What starting needs of the outside. */
export interface StartOptions {
  readonly binaries: ComponentContext['binaries'];
  readonly now: () => Date;
  /** Ports that nobody uses at this moment, as many as are asked for.
   * @default - asks the system
   */
  readonly freePorts?: (count: number) => Promise<readonly number[]>;
  /** Tells a person what is being done.
   * @default - nobody is told
   */
  readonly progress?: (text: string) => void;
}

/** A control plane that isn't ready in time, although its processes run. */
export class NotReady extends Error {}

/**
 * Makes one control plane run as its spec says: starts what doesn't run, and starts anew what runs otherwise.
 * Rejects with an {@link EndedProcess}, a {@link NotReady} or an error of its API server.
 */
export async function startCluster(sandbox: SandboxSpec, spec: ClusterSpec, options: StartOptions): Promise<void> {
  const run = await prepare(sandbox, spec, options);
  await startApiServer(run, spec, options);
  const client = run.client('break-glass');
  try {
    // Rights come first: the node simulator gives up when it is refused.
    for (const { path, object } of accessObjects(spec)) await client.apply(path, object);
    await startControllers(run, spec, options);
    const missing = await applyObjects(client, spec, { run, now: options.now, ...WAIT });
    if (missing.length > 0) throw new NotReady(`it does not serve ${missing.join(', ')}`);
    const ready = await until(
      async () => {
        run.demand(...programs);
        const nodes = await countNodes(client);
        return nodes.ready === spec.nodes.length && (await haveControllers(client)) ? true : undefined;
      },
      { now: options.now, ...WAIT },
    );
    if (ready === undefined) throw new NotReady('its nodes or controllers do not become ready');
  } catch (error) {
    // A server that has ended refuses connections; that it ended is what a person must know.
    run.demand(...programs);
    throw error;
  } finally {
    client.close();
  }
}

async function prepare(sandbox: SandboxSpec, spec: ClusterSpec, { now, freePorts }: StartOptions): Promise<ClusterRun> {
  const place = clusterPlace(sandbox.folder, spec.name);
  mkdirSync(place.etcdData, { recursive: true, mode: 0o700 });
  keepCertificates(place.keys, spec.hosts, now());
  writeHostFiles(spec, place);
  const state = tryReadState(place);
  const ports = await settlePorts(
    state?.ports,
    (program) => {
      const record = state?.processes[program];
      return record !== undefined && isRunning(record, sandbox.folder);
    },
    freePorts,
  );
  return new ClusterRun(sandbox.folder, place, { nodes: spec.nodes.length, deviations: deviationsOf(spec), ports });
}

/** Starts etcd and the API server and waits for it; moves to other ports when somebody was faster to bind one. */
async function startApiServer(run: ClusterRun, spec: ClusterSpec, options: StartOptions): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const context = contextOf(run, spec, options);
    await Promise.all([run.ensure(etcdPlan(context)), run.ensure(apiServerPlan(context))]);
    try {
      await untilApiServer(run, options);
      return;
    } catch (error) {
      if (!(error instanceof EndedProcess && error.wantsTakenPort) || attempt === PORT_ATTEMPTS) throw error;
      options.progress?.(`${spec.name}: a port was taken, trying others`);
      run.move(await settlePorts(run.ports, (program) => run.runs(program), options.freePorts));
    }
  }
}

async function untilApiServer(run: ClusterRun, { now }: StartOptions): Promise<void> {
  const client = run.client('break-glass', PROBE_MILLISECONDS);
  try {
    const ready = await until(
      async () => {
        run.demand('etcd', 'kube-apiserver');
        return (await isReady(client)) ? true : undefined;
      },
      { now, ...WAIT },
    );
    if (ready === undefined) throw new NotReady('its API server does not become ready');
  } finally {
    client.close();
  }
}

async function startControllers(run: ClusterRun, spec: ClusterSpec, options: StartOptions): Promise<void> {
  writeCallerKubeconfigs(run.place, run.ports);
  writePrivate(podStagesPath(run.place), podStages());
  const context = contextOf(run, spec, options);
  const plans = [controllerManagerPlan(context), schedulerPlan(context), nodeSimulatorPlan(context)];
  await Promise.all(plans.map((plan) => run.ensure(plan)));
}

function contextOf({ place, ports }: ClusterRun, spec: ClusterSpec, { binaries }: StartOptions): ComponentContext {
  const trust = readFileSync(certificatePaths(place.keys, 'ca').cert, 'utf8');
  return { spec, place, ports, binaries, trust };
}
