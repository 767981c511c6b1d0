import { availableParallelism } from 'node:os';
import type { ClusterDrift, DriftedField, DriftedObject, DriftedState } from '../../delivery/drift/cluster-drift';
import { driftOf, type Drift } from '../../delivery/kubernetes/drift/drift-of';
import type { Inventory } from '../../delivery/kubernetes/inventory/inventory';
import { readInventory } from '../../delivery/kubernetes/inventory/read-inventory';
import type { LiveDifference, LiveObject } from '../../delivery/kubernetes/live/live-object';
import type { ClusterClient } from '../../delivery/kubernetes/client/cluster-client';
import { cutText } from '../../delivery/plan/cut-text';
import { detectDrift } from '../../delivery/terraform/drift/detect-drift';
import { inParallel } from '../../delivery/in-parallel';
import type { Workspace } from '../../delivery/terraform/workspace/workspace';
import type { DeliveryStep } from '../../delivery/wave/delivery-step';
import { canonicalJson } from '../../model/canonical-json';
import { groupBy } from '../../model/group-by';
import { printCount } from '../../model/print-count';
import type { JsonValue } from '../../resources/resource';
import type { Io } from '../io';
import { leftOverIn } from './make-plan';
import { fieldManagers } from './session/field-managers';
import { openShards } from './session/open-shards';
import type { DeliverySession } from './session/open-session';

/**
 * Compares every chosen cluster with the assembly: each object as it stands live, and each Terraform state with the
 * cluster. Nothing is changed.
 */
export async function findDrift(
  session: DeliverySession,
  io: Io,
  tell: (text: string) => void,
): Promise<readonly ClusterDrift[]> {
  const workspaces = await openShards(session, io, new AbortController().signal);
  let done = 0;
  const states = await inParallel([...workspaces.values()], availableParallelism(), async (workspace) => {
    const found = await driftedStates(workspace);
    done += 1;
    tell(`${done} of ${printCount(workspaces.size, 'Terraform state')} compared`);
    return { cluster: workspace.shard.cluster, found };
  });
  const leftOver = leftOverIn(session);
  const steps = groupBy(
    session.waves.flatMap((wave) => wave.steps),
    ({ cluster }) => cluster,
  );
  return inParallel(session.chosen, session.chosen.length, async (cluster): Promise<ClusterDrift> => {
    const own = states.filter((one) => one.cluster === cluster).flatMap(({ found }) => found);
    const live = await driftOfCluster(session, cluster, steps.get(cluster) ?? []);
    const left = leftOver.filter(({ id }) => id.startsWith(`${cluster}/`)).map(({ id }) => id);
    return { ...live, states: live.unreached === undefined ? own : [], leftOver: left };
  });
}

async function driftOfCluster(
  { clients, assembly }: DeliverySession,
  cluster: string,
  steps: readonly DeliveryStep[],
): Promise<ClusterDrift> {
  const none = { cluster, compared: 0, drifted: [], states: [], leftOver: [], unmanaged: [] };
  const client = clients.get(cluster);
  if (client === undefined) return { ...none, unreached: 'no way there' };
  const namespaces = assembly.model.namespaces.filter((one) => one.cluster === cluster).map(({ name }) => name);
  const objects = steps.flatMap(({ resources }) => resources);
  const inventories = await readInventories(client, cluster, steps);
  const drift = await driftOf({ client, objects, managers: fieldManagers, namespaces, inventories });
  if (!drift.reached) return { ...none, unreached: drift.failure.message };
  const engines = new Map(steps.flatMap(({ engine, resources }) => resources.map(({ id }) => [id, engine] as const)));
  return { ...none, ...summarize(drift, (id) => engines.get(id) ?? 'kubernetes') };
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

function summarize(
  { objects, unmanaged }: Drift,
  engineOf: (id: string) => DriftedObject['engine'],
): Pick<ClusterDrift, 'compared' | 'drifted' | 'unmanaged'> {
  const drifted = objects.flatMap((one) => {
    const found = driftedObject(one);
    const { id, tenant } = one.resource;
    return found === undefined ? [] : [{ id, tenant, engine: engineOf(id), ...found }];
  });
  const refs = unmanaged.objects.map(({ ref }) => `${ref.kind}/${ref.namespace ?? '-'}/${ref.name}`);
  return { compared: objects.length, drifted, unmanaged: refs };
}

function driftedObject(live: LiveObject): Pick<DriftedObject, 'state' | 'fields' | 'because'> | undefined {
  switch (live.kind) {
    case 'equal':
      return live.additions.length === 0 ? undefined : { state: 'added-to', fields: live.additions.map(fieldOf) };
    case 'different':
      return { state: 'changed', fields: [...live.differences, ...live.additions].map(fieldOf) };
    case 'untold':
      return { state: 'untold', fields: [], because: live.failure.message };
    default:
      return { state: live.kind, fields: [] };
  }
}

function fieldOf({ path, want, got, owners, concern }: LiveDifference): DriftedField {
  const by = owners.map(
    ({ manager, operation, time }) => `${manager} (${operation}${time === undefined ? '' : ` at ${time}`})`,
  );
  return { path, want: textOf(want), got: textOf(got), by, concern };
}

function textOf(value: JsonValue | undefined): string | undefined {
  return value === undefined ? undefined : cutText(canonicalJson(value));
}

async function driftedStates(workspace: Workspace): Promise<readonly DriftedState[]> {
  const shard = workspace.shard.id;
  const found = await detectDrift(workspace);
  if (!found.ok) return found.failures.map(({ message }) => ({ shard, address: 'the state', what: message }));
  return found.value.drifted.map(({ address, drift }) => ({ shard, address, what: `${drift} outside` }));
}
