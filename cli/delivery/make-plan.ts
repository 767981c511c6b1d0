import { availableParallelism } from 'node:os';
import { leftOverOf } from '../../delivery/ledger/delivery-ledger';
import type { DeliveryPlan, LeftOver } from '../../delivery/plan/delivery-plan';
import { kubernetesChanges } from '../../delivery/plan/kubernetes-changes';
import { terraformChanges } from '../../delivery/plan/terraform-changes';
import { inParallel } from '../../delivery/in-parallel';
import { writePlanText } from '../../delivery/terraform/plan/plan-text';
import type { Io } from '../io';
import { askEngines } from './ask-engines';
import type { DeliverySession } from './session/open-session';
import { readSessionLedger, type SessionLedger } from './session/session-ledger';

/**
 * Asks both engines what deploying would do; nothing is done.
 * @throws ProblemError when an engine can't plan for a reason other than an unreached cluster
 */
export async function makePlan(session: DeliverySession, io: Io, tell: (text: string) => void): Promise<DeliveryPlan> {
  const delivered = readSessionLedger(session);
  const { shards, objects, unreached } = await askEngines(session, io, { known: delivered.known, tell });
  const changes = [
    ...shards.flatMap(({ step, plan }) => terraformChanges(step.id, plan)),
    ...objects.flatMap(({ step, planned }) => kubernetesChanges(step, [planned])),
  ];
  const written = await inParallel(shards, availableParallelism(), async ({ step, workspace, plan }) => {
    const text = plan.isEmpty ? undefined : await writePlanText(workspace);
    return text?.ok === true ? [[step.id, text.value] as const] : [];
  });
  return {
    environment: session.assembly.environment,
    assemblyDigest: session.assembly.digest,
    changes: changes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    leftOver: leftOverIn(session, delivered),
    unreached,
    leftOut: session.leftOut,
    withoutDefinition: session.withoutDefinition.map(({ id }) => id),
    notDelivered: session.notDelivered.length,
    raw: Object.fromEntries(written.flat()),
  };
}

/** What the journal says was delivered and the assembly no longer has, on the chosen clusters. */
export function leftOverIn(session: DeliverySession, { ledger, wanted }: SessionLedger): readonly LeftOver[] {
  return leftOverOf(ledger, wanted)
    .filter(({ cluster }) => session.chosen.includes(cluster))
    .map(({ id, engine, step }) => ({ id, engine, step }));
}
