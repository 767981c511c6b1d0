import { availableParallelism } from 'node:os';
import { inParallel } from '../../delivery/in-parallel';
import { planObjects, type Plan, type PlanQuestion } from '../../delivery/kubernetes/plan/plan-objects';
import type { Reach } from '../../delivery/kubernetes/client/answer/api-failure';
import type { PlannedObject } from '../../delivery/kubernetes/plan/planned-object';
import type { UnreachedCluster } from '../../delivery/plan/delivery-plan';
import { failureProblem } from '../../delivery/terraform/failure/terraform-failure';
import { planShard } from '../../delivery/terraform/plan/plan-shard';
import type { ShardPlan } from '../../delivery/terraform/plan/shard-plan';
import type { Workspace } from '../../delivery/terraform/workspace/workspace';
import type { DeliveryStep } from '../../delivery/wave/delivery-step';
import { groupBy } from '../../model/group-by';
import { printCount } from '../../model/print-count';
import { ProblemError } from '../../model/problem';
import type { Io } from '../io';
import type { DeliverySession } from './session/open-session';
import { openShards } from './session/open-shards';
import { requireKnownClusters } from './session/require-known-clusters';

/** What Terraform says of one step. */
export interface AskedShard {
  readonly step: DeliveryStep;
  readonly workspace: Workspace;
  readonly plan: ShardPlan;
}

/** What an API server says of one object of a step. */
export interface AskedObject {
  readonly step: DeliveryStep;
  readonly planned: PlannedObject;
}

/** What both engines say of the steps of a session, and who gave no answer. */
export interface AskedEngines {
  readonly shards: readonly AskedShard[];
  readonly objects: readonly AskedObject[];
  /** Each cluster once. */
  readonly unreached: readonly UnreachedCluster[];
}

/** What else asking needs. */
export interface EngineQuestion {
  /** The uid of each cluster that something was brought to, by its name. */
  readonly known: ReadonlyMap<string, string>;
  /** Told what was done, often. */
  readonly tell: (text: string) => void;
}

/**
 * Asks Terraform for a plan of each shard, side by side, and the API servers for a dry run of everything else; nothing is
 * done.
 * @throws ProblemError when an engine can't plan for a reason other than an unreached cluster
 */
export async function askEngines(session: DeliverySession, io: Io, question: EngineQuestion): Promise<AskedEngines> {
  await requireKnownClusters(session, question.known);
  const workspaces = await openShards(session, io, new AbortController().signal);
  const steps = session.waves.flatMap((wave) => wave.steps);
  const shards = steps.filter(({ engine }) => engine === 'terraform');
  let done = 0;
  const planned = await inParallel(shards, availableParallelism(), async (step) => {
    const workspace = workspaces.get(step.part);
    if (workspace === undefined) throw new Error(`no workspace of ${step.part}`);
    const one = await askTerraform(workspace, step);
    done += 1;
    question.tell(`${done} of ${printCount(shards.length, 'shard')} planned`);
    return one;
  });
  const objects = await Promise.all(
    [...groupBy(steps, ({ cluster }) => cluster)].map(([, group]) => askServer(session, group)),
  );
  const unreached = [...planned, ...objects].flatMap((one) => one.unreached);
  return {
    shards: planned.flatMap((one) => one.shards),
    objects: objects.flatMap((one) => one.objects),
    unreached: eachClusterOnce(unreached),
  };
}

/** Clusters that gave no answer, each with the last reason that was told. */
export function eachClusterOnce(unreached: readonly UnreachedCluster[]): readonly UnreachedCluster[] {
  return [...new Map(unreached.map((one) => [one.cluster, one])).values()];
}

const nothing: AskedEngines = { shards: [], objects: [], unreached: [] };

async function askTerraform(workspace: Workspace, step: DeliveryStep): Promise<AskedEngines> {
  const planned = await planShard(workspace);
  if (planned.ok) return { ...nothing, shards: [{ step, workspace, plan: planned.value }] };
  const [first] = planned.failures;
  if (first !== undefined && planned.failures.every(({ kind }) => kind === 'unreachable'))
    return { ...nothing, unreached: [{ cluster: step.cluster, why: first.message }] };
  throw new ProblemError(planned.failures.map((one) => failureProblem(step.part, one)));
}

/** All Kubernetes steps of one cluster at once, so that each knows what comes before it. */
async function askServer({ clients }: DeliverySession, steps: readonly DeliveryStep[]): Promise<AskedEngines> {
  const [first] = steps;
  const client = first === undefined ? undefined : clients.get(first.cluster);
  if (first === undefined || client === undefined) return nothing;
  const own = steps.filter(({ engine }) => engine === 'kubernetes');
  const before = steps.filter(({ engine }) => engine === 'terraform').flatMap(({ resources }) => resources);
  const stepOf = new Map(own.flatMap((step) => step.resources.map(({ id }) => [id, step] as const)));
  const asked = await planPatiently({ client, objects: own.flatMap(({ resources }) => resources), before });
  if (!asked.reached) return { ...nothing, unreached: [{ cluster: first.cluster, why: asked.failure.message }] };
  const objects = asked.objects.map((planned) => ({ step: stepOf.get(planned.resource.id) ?? first, planned }));
  return { ...nothing, objects };
}

/** A dry run costs the server an apply and every admission policy; one under load answers few of them in time. */
const AT_ONCE = 32;

/** Asks about what got no answer once more, a few at a time; a server that was busy may have time now. */
async function planPatiently(question: PlanQuestion): Promise<Reach<Plan>> {
  const asked = await planObjects({ ...question, atOnce: AT_ONCE });
  const open = asked.reached ? asked.objects.filter(({ kind }) => kind === 'untold') : [];
  if (!asked.reached || open.length === 0) return asked;
  const before = [...(question.before ?? []), ...question.objects];
  const again = await planObjects({ ...question, before, objects: open.map(({ resource }) => resource), atOnce: 4 });
  if (!again.reached) return asked;
  const told = new Map(again.objects.map((one) => [one.resource.id, one]));
  return { reached: true, objects: asked.objects.map((one) => told.get(one.resource.id) ?? one) };
}
