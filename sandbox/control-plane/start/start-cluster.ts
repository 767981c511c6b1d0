import { mkdirSync, readFileSync } from 'node:fs';
import { certificatePaths, keepCertificates } from '../../certificates/keep-certificates';
import type { ClientName } from '../../certificates/cluster-certificates';
import { accessObjects, nodeObjects } from '../api/bootstrap-objects';
import type { ApiClient } from '../api/api-client';
import { clusterPlace, type ClusterPlace } from '../cluster-place';
import { tryReadState } from '../cluster-state';
import { callerKubeconfig, type ComponentContext } from '../components/component-context';
import { controllerManagerPlan, schedulerPlan } from '../components/controllers';
import { etcdPlan } from '../components/etcd';
import { apiServerPlan } from '../components/kube-apiserver';
import { nodeSimulatorPlan } from '../components/node-simulator';
import { writeHostFiles } from '../files/host-files';
import { writePrivate } from '../files/write-private';
import { kubeconfigText } from '../kubeconfig';
import { programs } from '../processes/process-plan';
import { isRunning } from '../processes/process-table';
import type { ClusterSpec, SandboxSpec } from '../sandbox-spec';
import { ClusterRun } from './cluster-run';
import { deviationsOf } from './deviations';
import { EndedProcess } from './ended-process';
import { countNodes, haveControllers, isReady, nodeNames } from './readiness';
import { settlePorts } from './settle-ports';
import { until } from './until';

const READY_MILLISECONDS = 180_000;
const PORT_ATTEMPTS = 4;

/** What starting needs of the outside. */
export interface StartOptions {
  readonly binaries: ComponentContext['binaries'];
  readonly now: () => Date;
  /** Tells a person what is being done.
   * @default - nobody is told
   */
  readonly progress?: (text: string) => void;
}

/** A cluster that isn't ready in time, although its processes run. */
export class NotReady extends Error {}

/**
 * Makes one control plane run as its spec says: starts what doesn't run, and starts anew what runs otherwise.
 * Rejects with an {@link EndedProcess} or {@link NotReady}.
 */
export async function startCluster(sandbox: SandboxSpec, spec: ClusterSpec, options: StartOptions): Promise<void> {
  const place = clusterPlace(sandbox.folder, spec.name);
  mkdirSync(place.etcdData, { recursive: true, mode: 0o700 });
  keepCertificates(place.keys, spec.hosts, options.now());
  writeHostFiles(spec, place);
  const state = tryReadState(place);
  const ports = await settlePorts(state, (program) => {
    const record = state?.processes[program];
    return record !== undefined && isRunning(record, sandbox.folder);
  });
  const run = new ClusterRun(sandbox.folder, place, {
    nodes: spec.nodes.length,
    deviations: deviationsOf(spec),
    ports,
  });
  await startApiServer(run, spec, options);
  const client = run.client('break-glass');
  try {
    await startControllers(run, client, { spec, ...options });
  } finally {
    client.close();
  }
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
      run.move(
        await settlePorts({ ports: run.ports, processes: {}, nodes: 0, deviations: [] }, (one) => run.runs(one)),
      );
    }
  }
}

async function untilApiServer(run: ClusterRun, { now }: StartOptions): Promise<void> {
  const client = run.client('break-glass');
  try {
    const ready = await until(
      async () => {
        run.demand('etcd', 'kube-apiserver');
        return (await isReady(client)) ? true : undefined;
      },
      { now, milliseconds: READY_MILLISECONDS },
    );
    if (ready === undefined) throw new NotReady('the API server runs, but does not become ready');
  } finally {
    client.close();
  }
}

async function startControllers(
  run: ClusterRun,
  client: ApiClient,
  options: StartOptions & { readonly spec: ClusterSpec },
): Promise<void> {
  const { spec, now } = options;
  const context = contextOf(run, spec, options);
  for (const { path, object } of accessObjects(spec)) await client.apply(path, object);
  for (const caller of callers) writePrivate(callerKubeconfig(run.place, caller), ownKubeconfig(run, caller));
  const plans = [controllerManagerPlan(context), schedulerPlan(context), nodeSimulatorPlan(context)];
  await Promise.all(plans.map((plan) => run.ensure(plan)));
  await applyNodes(client, spec);
  const ready = await until(
    async () => {
      run.demand(...programs);
      const nodes = await countNodes(client);
      return nodes.ready === spec.nodes.length && (await haveControllers(client)) ? true : undefined;
    },
    { now, milliseconds: READY_MILLISECONDS },
  );
  if (ready === undefined) throw new NotReady('its nodes or controllers do not become ready');
}

async function applyNodes(client: ApiClient, spec: ClusterSpec): Promise<void> {
  const wanted = new Set(spec.nodes.map(({ name }) => name));
  for (const name of (await nodeNames(client)).filter((one) => !wanted.has(one)))
    await client.remove(`/api/v1/nodes/${name}`);
  await Promise.all(
    spec.nodes.map(async (node) => {
      for (const { path, object } of nodeObjects(node, spec.release)) await client.apply(path, object);
    }),
  );
}

const callers = ['controller-manager', 'scheduler', 'node-simulator'] as const satisfies readonly ClientName[];

function contextOf({ place, ports }: ClusterRun, spec: ClusterSpec, { binaries }: StartOptions): ComponentContext {
  return { spec, place, ports, binaries, trust: authorityOf(place) };
}

function authorityOf({ keys }: ClusterPlace): string {
  return readFileSync(certificatePaths(keys, 'ca').cert, 'utf8');
}

function ownKubeconfig({ place, ports }: ClusterRun, caller: ClientName): string {
  const { cert, key } = certificatePaths(place.keys, caller);
  return kubeconfigText([
    {
      context: caller,
      cluster: 'own',
      server: `https://127.0.0.1:${ports.api}`,
      authority: authorityOf(place),
      certificate: readFileSync(cert, 'utf8'),
      key: readFileSync(key, 'utf8'),
    },
  ]);
}
