import { waitHealthy } from '../../../delivery/kubernetes/health/wait-healthy';
import type { WaveHealth } from '../../../delivery/run/run-waves';
import type { Wave } from '../../../delivery/wave/delivery-step';
import { groupBy } from '../../../model/group-by';
import type { DeliverySession } from '../session/open-session';

/** How long the objects of a wave may take until they do what they are for. */
const PATIENCE_MILLISECONDS = 180_000;

/** Waits until everything that a wave brought is healthy; a cluster that can't be asked is not. */
export async function judgeWaveHealth(
  { clients }: DeliverySession,
  wave: Wave,
  signal: AbortSignal,
): Promise<WaveHealth> {
  const resources = wave.steps.flatMap((step) => step.resources);
  const judged = await Promise.all(
    [...groupBy(resources, ({ cluster }) => cluster ?? '')].map(async ([cluster, objects]) => {
      const client = clients.get(cluster);
      if (client === undefined) return [`${cluster}: no way there`];
      const health = await waitHealthy({ client, objects, patienceMilliseconds: PATIENCE_MILLISECONDS, signal });
      if (!health.reached) return [`${cluster}: ${health.failure.message}`];
      return health.objects
        .filter(({ state }) => state === 'failed' || state === 'progressing')
        .map(({ resource, reason }) => `${resource.id}: ${reason}`);
    }),
  );
  const against = judged.flat();
  return { healthy: against.length === 0, against };
}
