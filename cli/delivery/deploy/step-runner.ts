import type { ClusterClient } from '../../../delivery/kubernetes/client/cluster-client';
import { sleep } from '../../../delivery/kubernetes/client/outside';
import type { StepOutcome } from '../../../delivery/run/step-outcome';
import { runKubernetesStep } from '../../../delivery/step/kubernetes-step';
import { runTerraformStep } from '../../../delivery/step/terraform-step';
import type { PlannedChange } from '../../../delivery/terraform/plan/planned-change';
import type { DeliveryStep } from '../../../delivery/wave/delivery-step';
import { labels, MANAGED_BY } from '../../../model/naming';
import { textAt } from '../../../resources/json-path';
import { loadRules } from '../../load-rules';
import { today, type Io } from '../../io';
import { planJudge } from '../plan-judge';
import type { DeliverySession } from '../session/open-session';
import { openShards } from '../session/open-shards';
import { realOutside } from '../session/outside';

/** A step is tried this often while what fails may go away by itself. */
const TRIES = 5;
const FIRST_PAUSE_MILLISECONDS = 500;

/**
 * Makes ready what steps need (Terraform's workspaces), and gives the function that does one step; what is
 * brought to a cluster that was silent before is tried once.
 * @throws ProblemError when the workspaces can't be made ready
 */
export async function openStepRunner(
  session: DeliverySession,
  io: Io,
  { stop, silent }: { readonly stop: AbortSignal; readonly silent: ReadonlySet<string> },
): Promise<(step: DeliveryStep) => Promise<StepOutcome>> {
  const { assembly, clients } = session;
  const workspaces = await openShards(session, io, stop);
  const outside = realOutside(io);
  const pause = (tried: number): Promise<boolean> =>
    sleep(outside, FIRST_PAUSE_MILLISECONDS * 2 ** (tried - 1) * (0.5 + outside.random()), stop);
  const objections = planJudge(assembly, loadRules(io), () => today(io));
  const away = new Set(silent);
  const runStep = (step: DeliveryStep): Promise<StepOutcome> => {
    const client = find(clients, step.cluster);
    const tries = away.has(step.cluster) ? 1 : TRIES;
    if (step.engine === 'kubernetes')
      return runKubernetesStep(step, { client, assembly: assembly.digest, run: step.id, tries, pause, stop });
    const isOurs = (object: PlannedChange['object']): Promise<boolean> => carriesOurLabel(client, object);
    return runTerraformStep(find(workspaces, step.part), { isOurs, objections, tries, pause, stop });
  };
  return async (step) => {
    const outcome = await runStep(step);
    // Others must not wait for a cluster again and again.
    if (outcome.state === 'unreached') away.add(step.cluster);
    else away.delete(step.cluster);
    return outcome;
  };
}

/** An object without an entry in a state is ours when we labelled it: its step was killed before the state was kept. */
async function carriesOurLabel(client: ClusterClient, object: PlannedChange['object']): Promise<boolean> {
  const found = await client.get(object, { extent: 'metadata' });
  return found.ok && textAt(found.value, 'metadata', 'labels', labels.managedBy) === MANAGED_BY;
}

function find<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new Error(`nothing was made ready for ${key}`);
  return found;
}
