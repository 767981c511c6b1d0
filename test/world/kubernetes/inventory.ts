import { applyWave, type WaveRun } from '../../../delivery/kubernetes/apply/apply-wave';
import { openCluster } from '../../../delivery/kubernetes/client/cluster-client';
import { findLeftOvers } from '../../../delivery/kubernetes/inventory/left-over';
import { readInventory } from '../../../delivery/kubernetes/inventory/read-inventory';
import { forgetObjects, type RecordedInventory } from '../../../delivery/kubernetes/inventory/record-wave';
import { removeObjects } from '../../../delivery/kubernetes/inventory/remove-objects';
import { waitHealthy } from '../../../delivery/kubernetes/health/wait-healthy';
import type { Resource } from '../../../resources/resource';
import { startRelay } from '../../delivery/kubernetes/kit/relay';
import { configMapOf, resourceOf } from '../../delivery/kubernetes/kit/test-resource';
import { realOutside } from '../../delivery/kubernetes/kit/world';
import { deleteNow, editByHand, uidOf } from './by-hand';
import type { RealCluster } from './real-cluster';

const PATIENCE = { propagation: 'Background', patienceMilliseconds: 60_000 } as const;

/** What a real cluster keeps of a wave, and what becomes of what is left over. */
export const describeInventories = (cluster: RealCluster): void =>
  describe('an inventory', () => {
    async function apply(
      wave: string,
      objects: readonly Resource[],
      changes: Partial<WaveRun> = {},
    ): Promise<RecordedInventory> {
      const key = { cluster: 'one', wave };
      const run = { client: cluster.client(), key, objects, assembly: 'sha256:1', run: 'r', ...changes };
      const done = await applyWave(run);
      if (!done.isRecorded || !done.inventory.ok) throw new Error('not recorded');
      return done.inventory.value;
    }

    it('tells what is left over, gone and foreign, and only an order deletes', async () => {
      const namespace = cluster.namespace('left');
      const maps = ['a', 'b', 'c', 'd'].map((name) => configMapOf(namespace.name, name));
      const [a, b, c, d] = maps;
      if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('no maps');
      await apply(namespace.name, [namespace, ...maps]);
      const recorded = await apply(namespace.name, [namespace, a]);
      await deleteNow(cluster.client(), c);
      await deleteNow(cluster.client(), d);
      await cluster.client().create(d, d.body);
      const { inventory } = recorded;
      const found = await findLeftOvers(cluster.client(), { inventory, wanted: [namespace, a] });
      if (!found.reached) throw new Error(found.failure.message);
      expect(found.leftOver.map(({ entry }) => entry.name)).toEqual(['b']);
      expect(found.gone.map(({ name }) => name)).toEqual(['c']);
      expect(found.foreign.map(({ name }) => name)).toEqual(['d']);

      const objects = found.leftOver.map(({ entry, uid }) => ({ ...entry, uid }));
      const removed = await removeObjects(cluster.client(), { objects, ...PATIENCE });
      expect(removed.map(({ object, kind }) => `${object.name} ${kind}`)).toEqual(['b deleted']);
      const forgotten = await forgetObjects(cluster.client(), recorded, { objects: [...objects, ...found.gone] });
      expect(forgotten.ok && forgotten.value.inventory.entries.map(({ name }) => name)).toEqual([
        'a',
        'd',
        namespace.name,
      ]);
    });

    it('deletes nothing that is another object by now, and says what holds one that stays', async () => {
      const namespace = cluster.namespace('held');
      const map = configMapOf(namespace.name, 'a');
      const held = {
        ...map,
        body: { ...map.body, metadata: { name: 'a', namespace: namespace.name, finalizers: ['ndc.test/hold'] } },
      };
      await apply(namespace.name, [namespace, held]);
      const [other] = await removeObjects(cluster.client(), { objects: [{ ...map, uid: 'another' }], ...PATIENCE });
      expect(other?.kind).toBe('replaced');
      const uid = await uidOf(cluster.client(), map);
      const order = { objects: [{ ...map, uid }], propagation: 'Background', patienceMilliseconds: 100 } as const;
      expect(await removeObjects(cluster.client(), order)).toMatchObject([
        { kind: 'stuck', finalizers: ['ndc.test/hold'] },
      ]);
      await editByHand(cluster, map, { metadata: { finalizers: null } });
      expect(await removeObjects(cluster.client(), { objects: [{ ...map, uid }], ...PATIENCE })).toMatchObject([
        { kind: 'already-gone' },
      ]);
    });

    it('goes on after the way to the cluster broke in the middle of a wave, nothing lost', async () => {
      const namespace = cluster.namespace('broken');
      const objects = [
        namespace,
        ...Array.from({ length: 40 }, (_, index) => configMapOf(namespace.name, `m${index}`)),
      ];
      const relay = await startRelay(Number(new URL(cluster.access().origin).port));
      const access = { ...cluster.access(), origin: `https://127.0.0.1:${relay.port}` };
      const once = { attempts: 1, firstMilliseconds: 1, longestMilliseconds: 1, retryAfterSecondsMax: 1 };
      const client = openCluster({ access, outside: realOutside, retries: once, requestsPerConnection: 2 });
      const key = { cluster: 'one', wave: namespace.name };
      let applied = 0;
      const onOutcome = (): void => {
        applied += 1;
        if (applied === 10) void relay.close();
      };
      const done = await applyWave({ client, key, objects, assembly: 'sha256:1', run: 'r', onOutcome });
      client.close();
      expect(done).toMatchObject({ isRecorded: true, inventory: { ok: false } });
      const listed = await readInventory(cluster.client(), key);
      expect(listed).toMatchObject({ found: 'whole', inventory: { state: 'intended' } });
      const resumed = await apply(namespace.name, objects);
      expect(resumed.inventory.state).toBe('confirmed');
      expect(resumed.inventory.entries.every(({ uid }) => uid !== undefined)).toBe(true);
    });
  });

/** What is waited for on a real cluster. */
export const describeHealth = (cluster: RealCluster): void =>
  describe('waitHealthy()', () => {
    it('waits for what controllers do, and looks at the rest only once', async () => {
      const namespace = cluster.namespace('health');
      const quota = resourceOf({
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'quota', namespace: namespace.name },
        spec: { hard: { pods: '1' } },
      });
      const claim = resourceOf({
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'claim', namespace: namespace.name },
        spec: {
          storageClassName: 'ndc-test-nobody',
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '1Gi' } },
        },
      });
      const map = configMapOf(namespace.name, 'a');
      const client = cluster.client();
      const key = { cluster: 'one', wave: namespace.name };
      await applyWave({ client, key, objects: [namespace, quota, map, claim], assembly: 'sha256:1', run: 'r' });
      const good = await waitHealthy({ client, objects: [namespace, quota, map], patienceMilliseconds: 60_000 });
      expect(good).toMatchObject({ reached: true, counts: { healthy: 3, progressing: 0, failed: 0 } });
      const waiting = await waitHealthy({ client, objects: [map, claim], patienceMilliseconds: 200 });
      expect(waiting).toMatchObject({
        objects: [{ state: 'healthy' }, { state: 'progressing', reason: 'the claim is Pending' }],
      });
      const absent = await waitHealthy({
        client,
        objects: [configMapOf(namespace.name, 'b')],
        patienceMilliseconds: 60_000,
      });
      expect(absent).toMatchObject({ objects: [{ state: 'failed', reason: 'it is not there' }] });
    });
  });
