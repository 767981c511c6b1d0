import { resolve } from 'node:path';
import { ProblemError, valueOf } from '../../../model/problem';
import { openCluster, type ClusterClient } from '../../../delivery/kubernetes/client/cluster-client';
import { listContexts, readKubeconfig } from '../../../delivery/kubernetes/connect/read-kubeconfig';
import { StateFolder } from '../../../delivery/state/state-folder';
import type { DeliveryStep, Wave } from '../../../delivery/wave/delivery-step';
import { chooseFirstTenants } from '../../../delivery/wave/first-tenants';
import { planWaves } from '../../../delivery/wave/plan-waves';
import type { Assembly } from '../../../resources/assembly';
import { readAssembly } from '../../../resources/read/read-assembly';
import type { Resource } from '../../../resources/resource';
import { textOption, type CommandInput } from '../../command';
import type { Io } from '../../io';
import { chooseClusters } from './chosen-clusters';
import { deliveredAssembly, stateFolderOf } from './delivery-options';
import { realOutside } from './outside';
import { readPulledSteps } from './pulled-steps';
import { reachOf } from './reach';
import { refuseDamaged } from './refuse-damaged';

/** An assembly with the clusters that it is brought to. */
export interface DeliverySession {
  readonly folder: string;
  readonly assembly: Assembly;
  readonly state: StateFolder;
  readonly kubeconfig: string;
  /** The steps of the chosen clusters alone. */
  readonly waves: readonly Wave[];
  readonly chosen: readonly string[];
  /** Clusters of the assembly that this command leaves alone. */
  readonly leftOut: readonly string[];
  /** Steps that the clusters pull themselves. */
  readonly pulled: readonly string[];
  /** Resources of the chosen clusters that nothing here can bring: their kind has no definition to be had. */
  readonly withoutDefinition: readonly Resource[];
  /** Resources that other tools bring. */
  readonly notDelivered: readonly Resource[];
  /** A client for each chosen cluster. */
  readonly clients: ReadonlyMap<string, ClusterClient>;
  /** Closes the connections. */
  close(): void;
}

/**
 * Reads an assembly and the way to its clusters; nothing of a cluster is read yet.
 * @throws ProblemError with everything that is wrong
 */
function openSession(input: CommandInput, io: Io): DeliverySession {
  const folder = deliveredAssembly(input, io);
  const assembly = valueOf(readAssembly(folder));
  refuseDamaged(folder, assembly);
  const reach = reachOf(input, io);
  const contexts = valueOf(listContexts(reach.kubeconfig));
  const all = assembly.model.clusters.map(({ id }) => id);
  const { chosen, leftOut } = chooseClusters(all, contexts, textOption(input, 'clusters'));
  const asked = { canary: textOption(input, 'canary'), province: textOption(input, 'province') };
  const plan = planWaves(assembly, valueOf(chooseFirstTenants(assembly, asked)));
  const pulledFrom = textOption(input, 'pulled');
  const pulled =
    pulledFrom === undefined ? noSteps : readPulledSteps(resolve(io.cwd, pulledFrom), assembly.environment);
  const isOurs = ({ cluster, id }: DeliveryStep): boolean => chosen.includes(cluster) && !pulled.has(id);
  const { waves, withoutDefinition } = narrow(plan.waves, isOurs, reach.withoutDefinition);
  const clients = connect(chosen, reach.kubeconfig, io);
  return {
    folder,
    assembly,
    state: new StateFolder(stateFolderOf(input, assembly.environment, io)),
    kubeconfig: reach.kubeconfig,
    waves,
    chosen,
    leftOut,
    pulled: plan.waves.flatMap(({ steps }) => steps.filter(({ id }) => pulled.has(id)).map(({ id }) => id)),
    withoutDefinition,
    notDelivered: plan.notDelivered,
    clients,
    close: () => {
      for (const client of clients.values()) client.close();
    },
  };
}

const noSteps: ReadonlySet<string> = new Set();

function narrow(
  waves: readonly Wave[],
  isOurs: (step: DeliveryStep) => boolean,
  undefinedKinds: ReadonlySet<string>,
): { readonly waves: readonly Wave[]; readonly withoutDefinition: readonly Resource[] } {
  const withoutDefinition: Resource[] = [];
  const isDefined = (resource: Resource): boolean => {
    const known = !undefinedKinds.has(`${resource.apiVersion}/${resource.kind}`);
    if (!known) withoutDefinition.push(resource);
    return known;
  };
  const narrowed = waves.map((wave) => {
    const steps = wave.steps
      .filter(isOurs)
      .map((step) => ({ ...step, resources: step.resources.filter(isDefined) }))
      .filter(({ resources }) => resources.length > 0);
    const ids = new Set(steps.map(({ id }) => id));
    return { ...wave, steps: steps.map((step) => ({ ...step, after: step.after.filter((id) => ids.has(id)) })) };
  });
  return { waves: narrowed.filter(({ steps }) => steps.length > 0), withoutDefinition };
}

function connect(clusters: readonly string[], kubeconfig: string, io: Io): ReadonlyMap<string, ClusterClient> {
  const read = clusters.map((cluster) => [cluster, readKubeconfig(kubeconfig, cluster)] as const);
  const problems = read.flatMap(([, access]) => (access.ok ? [] : access.problems));
  if (problems.length > 0) throw new ProblemError(problems);
  const outside = realOutside(io);
  return new Map(
    read.map(([cluster, access]) => [cluster, openCluster({ access: valueOf(access), outside })] as const),
  );
}

/**
 * Does something with an open session, and closes its connections whatever comes of it.
 * @throws ProblemError as openSession() does
 */
export async function withSession<T>(
  input: CommandInput,
  io: Io,
  work: (session: DeliverySession) => Promise<T>,
): Promise<T> {
  const session = openSession(input, io);
  try {
    return await work(session);
  } finally {
    session.close();
  }
}
