import { availableParallelism } from 'node:os';
import type { ClusterDrift } from '../../delivery/drift/cluster-drift';
import { liveDrift } from '../../delivery/drift/live-drift';
import { stateDrift, type ComparedShard } from '../../delivery/drift/state-drift';
import type { ClusterClient } from '../../delivery/kubernetes/client/cluster-client';
import { driftOf } from '../../delivery/kubernetes/drift/drift-of';
import type { Inventory } from '../../delivery/kubernetes/inventory/inventory';
import { readInventory } from '../../delivery/kubernetes/inventory/read-inventory';
import { inParallel } from '../../delivery/in-parallel';
import { formerUid } from '../../delivery/ledger/known-clusters';
import { readClusterUid } from '../../delivery/step/cluster-uid';
import type { DeliveryStep } from '../../delivery/wave/delivery-step';
import { printCount } from '../../model/print-count';
import type { Io } from '../io';
import { leftOverIn } from './make-plan';
import { fieldManagers } from './session/field-managers';
import { openShards } from './session/open-shards';
import type { DeliverySession } from './session/open-session';
import { readSessionLedger } from './session/session-ledger';

/**
 * Compares every chosen cluster with the assembly, object by object as it stands live, and then the Terraform states.
 * Nothing is changed.
 */
export async function findDrift(
  session: DeliverySession,
  io: Io,
  tell: (text: string) => void,
): Promise<readonly ClusterDrift[]> {
  const delivered = readSessionLedger(session);
  const live = await inParallel(session.chosen, session.chosen.length, (cluster) =>
    driftOfCluster(session, cluster, delivered.known),
  );
  const workspaces = await openShards(session, io, new AbortController().signal);
  const shards = live.flatMap(({ cluster, unreached, drifted }): readonly ComparedShard[] => {
    if (unreached !== undefined) return [];
    const departed = new Set(drifted.map(({ id }) => id));
    return stepsOf(session, cluster).flatMap((step) => {
      const workspace = step.engine === 'terraform' ? workspaces.get(step.part) : undefined;
      return workspace === undefined ? [] : [{ workspace, step, departed }];
    });
  });
  let done = 0;
  const states = await inParallel(shards, availableParallelism(), async (shard) => {
    const found = await stateDrift(shard);
    done += 1;
    tell(`${done} of ${printCount(shards.length, 'Terraform state')} compared`);
    return { cluster: shard.step.cluster, found };
  });
  const leftOver = leftOverIn(session, delivered);
  return live.map((drift) => ({
    ...drift,
    states: states.filter(({ cluster }) => cluster === drift.cluster).flatMap(({ found }) => found),
    leftOver: leftOver.filter(({ id }) => id.startsWith(`${drift.cluster}/`)).map(({ id }) => id),
  }));
}

function stepsOf({ waves }: DeliverySession, cluster: string): readonly DeliveryStep[] {
  return waves.flatMap((wave) => wave.steps.filter((step) => step.cluster === cluster));
}

async function driftOfCluster(
  session: DeliverySession,
  cluster: string,
  known: ReadonlyMap<string, string>,
): Promise<ClusterDrift> {
  const { clients, assembly } = session;
  const none = { cluster, compared: 0, drifted: [], states: [], leftOver: [], unmanaged: [] };
  const client = clients.get(cluster);
  if (client === undefined) return { ...none, unreached: 'no way there' };
  const uid = await readClusterUid(client, cluster);
  if (!uid.ok) return { ...none, unreached: uid.failures.map(({ message }) => message).join('; ') };
  const before = formerUid(known, { cluster, uid: uid.value });
  if (before !== undefined)
    return { ...none, unreached: `another cluster stands there: ${uid.value}, and ${before} was deployed to` };
  const steps = stepsOf(session, cluster);
  const namespaces = assembly.model.namespaces.filter((one) => one.cluster === cluster).map(({ name }) => name);
  const objects = steps.flatMap(({ resources }) => resources);
  const inventories = await readInventories(client, cluster, steps);
  const drift = await driftOf({ client, objects, managers: fieldManagers, namespaces, inventories });
  return drift.reached ? { ...none, ...liveDrift(drift, steps) } : { ...none, unreached: drift.failure.message };
}

async function readInventories(
  client: ClusterClient,
  cluster: string,
  steps: readonly DeliveryStep[],
): Promise<readonly Inventory[]> {
  const parts = steps.filter(({ engine }) => engine === 'kubernetes').map(({ part }) => part);
  const read = await Promise.all(parts.map((wave) => readInventory(client, { cluster, wave })));
  return read.flatMap((one) => (one.reached && one.found === 'whole' ? [one.inventory] : []));
}
