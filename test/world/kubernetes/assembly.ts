import { applyObjects } from '../../../delivery/kubernetes/apply/apply-objects';
import { driftOf } from '../../../delivery/kubernetes/drift/drift-of';
import { readLive } from '../../../delivery/kubernetes/live/read-live';
import { planObjects } from '../../../delivery/kubernetes/plan/plan-objects';
import { unvalidatedKinds } from '../../../sandbox/schemas/sources';
import type { RealCluster } from './real-cluster';

const tally = (objects: readonly { readonly kind: string }[]): readonly string[] =>
  [...new Set(objects.map(({ kind }) => kind))].toSorted();

/** The whole way of an assembly, with the rights of a deployer. */
export const describeAssembly = (cluster: RealCluster): void =>
  describe('the assembly of the sandbox', () => {
    it('is planned, applied, found equal field by field, and then plans nothing', async () => {
      const client = cluster.deployer();
      const objects = cluster
        .objects()
        .filter(({ apiVersion, kind }) => !unvalidatedKinds.has(`${apiVersion}/${kind}`));
      expect(objects.length).toBeGreaterThan(200);
      const planned = await planObjects({ client, objects });
      expect(planned.reached && planned.objects.filter(({ kind }) => kind === 'refused' || kind === 'untold')).toEqual(
        [],
      );
      const applied = await applyObjects({ client, objects, onConflict: 'take' });
      expect(applied.reached && applied.outcomes.filter((one) => !('uid' in one))).toEqual([]);

      const again = await applyObjects({ client, objects });
      expect(again.reached && tally(again.outcomes)).toEqual(['unchanged']);
      const live = await readLive({ client, objects, managers: ['ndc'] });
      expect(live.reached && live.objects.filter(({ kind }) => kind !== 'equal')).toEqual([]);
      const drift = await driftOf({ client, objects, managers: ['ndc'] });
      expect(drift.reached && drift.objects.filter(({ kind }) => kind !== 'equal')).toEqual([]);
      const next = await planObjects({ client, objects });
      expect(next.reached && tally(next.objects)).toEqual(['unchanged']);
    });
  });
