import { availableParallelism } from 'node:os';
import { leftOverOf } from '../../delivery/ledger/delivery-ledger';
import { planObjects } from '../../delivery/kubernetes/plan/plan-objects';
import type { DeliveryPlan, LeftOver, UnreachedCluster } from '../../delivery/plan/delivery-plan';
import { kubernetesChanges } from '../../delivery/plan/kubernetes-changes';
import type { ObjectChange } from '../../delivery/plan/object-change';
import { terraformChanges } from '../../delivery/plan/terraform-changes';
import { inParallel } from '../../delivery/in-parallel';
import { planShard } from '../../delivery/terraform/plan/plan-shard';
import { writePlanText } from '../../delivery/terraform/plan/plan-text';
import type { Workspace } from '../../delivery/terraform/workspace/workspace';
import type { DeliveryStep } from '../../delivery/wave/delivery-step';
import { groupBy } from '../../model/group-by';
import { printCount } from '../../model/print-count';
import { ProblemError } from '../../model/problem';
import { failureProblem } from '../../delivery/terraform/failure/terraform-failure';
import type { Io } from '../io';
import { openShards } from './session/open-shards';
import type { DeliverySession } from './session/open-session';
import { requireKnownClusters } from './session/require-known-clusters';
import { readSessionLedger, type SessionLedger } from './session/session-ledger';

/** What planning one step gave. */
interface PlannedStep {
  readonly changes: readonly ObjectChange[];
  readonly unreached: readonly UnreachedCluster[];
  /** File with the engine's own words.
   * @default - none
   */
  readonly raw?: readonly [step: string, file: string] | undefined;
}

/**
 * Asks both engines what deploying would do; nothing is done. Shards are planned side by side.
 * @throws ProblemError when an engine can't plan for a reason other than an unreached cluster
 */
export async function makePlan(session: DeliverySession, io: Io, tell: (text: string) => void): Promise<DeliveryPlan> {
  const delivered = readSessionLedger(session);
  await requireKnownClusters(session, delivered.known);
  const never = new AbortController().signal;
  const workspaces = await openShards(session, io, never);
  const steps = session.waves.flatMap((wave) => wave.steps);
  const shards = steps.filter(({ engine }) => engine === 'terraform');
  let done = 0;
  const planned = await inParallel(shards, availableParallelism(), async (step) => {
    const workspace = workspaces.get(step.part);
    if (workspace === undefined) throw new Error(`no workspace of ${step.part}`);
    const one = await planTerraform(workspace, step);
    done += 1;
    tell(`${done} of ${printCount(shards.length, 'shard')} planned`);
    return one;
  });
  const objects = await Promise.all(
    [...groupBy(steps, ({ cluster }) => cluster)].map(([, group]) => planKubernetes(session, group)),
  );
  const all = [...planned, ...objects];
  return {
    environment: session.assembly.environment,
    assemblyDigest: session.assembly.digest,
    changes: all.flatMap(({ changes }) => changes).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    leftOver: leftOverIn(session, delivered),
    unreached: distinct(all.flatMap(({ unreached }) => unreached)),
    leftOut: session.leftOut,
    withoutDefinition: session.withoutDefinition.map(({ id }) => id),
    notDelivered: session.notDelivered.length,
    raw: Object.fromEntries(all.flatMap(({ raw }) => (raw === undefined ? [] : [raw]))),
  };
}

async function planTerraform(workspace: Workspace, step: DeliveryStep): Promise<PlannedStep> {
  const planned = await planShard(workspace);
  if (planned.ok) {
    const text = planned.value.isEmpty ? undefined : await writePlanText(workspace);
    const raw = text?.ok === true ? ([step.id, text.value] as const) : undefined;
    return { changes: terraformChanges(step.id, planned.value), unreached: [], raw };
  }
  const [first] = planned.failures;
  if (first !== undefined && planned.failures.every(({ kind }) => kind === 'unreachable'))
    return { changes: [], unreached: [{ cluster: step.cluster, why: first.message }] };
  throw new ProblemError(planned.failures.map((one) => failureProblem(step.part, one)));
}

/** All Kubernetes steps of one cluster at once, so that each knows what comes before it. */
async function planKubernetes({ clients }: DeliverySession, steps: readonly DeliveryStep[]): Promise<PlannedStep> {
  const [first] = steps;
  const client = first === undefined ? undefined : clients.get(first.cluster);
  if (first === undefined || client === undefined) return { changes: [], unreached: [] };
  const own = steps.filter(({ engine }) => engine === 'kubernetes');
  const before = steps.filter(({ engine }) => engine === 'terraform').flatMap(({ resources }) => resources);
  const stepOf = new Map(own.flatMap((step) => step.resources.map(({ id }) => [id, step] as const)));
  const asked = await planObjects({ client, objects: own.flatMap(({ resources }) => resources), before });
  if (!asked.reached) return { changes: [], unreached: [{ cluster: first.cluster, why: asked.failure.message }] };
  const changes = asked.objects.flatMap((one) => kubernetesChanges(stepOf.get(one.resource.id) ?? first, [one]));
  return { changes, unreached: [] };
}

/** What the journal says was delivered and the assembly no longer has, on the chosen clusters. */
export function leftOverIn(session: DeliverySession, { ledger, wanted }: SessionLedger): readonly LeftOver[] {
  return leftOverOf(ledger, wanted)
    .filter(({ cluster }) => session.chosen.includes(cluster))
    .map(({ id, engine, step }) => ({ id, engine, step }));
}

function distinct(unreached: readonly UnreachedCluster[]): readonly UnreachedCluster[] {
  return [...new Map(unreached.map((one) => [one.cluster, one])).values()];
}
