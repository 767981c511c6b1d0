import { applyWave, type WaveRun } from '../../../../delivery/kubernetes/apply/apply-wave';
import type { ClusterClient } from '../../../../delivery/kubernetes/client/cluster-client';
import { toChunks, parseChunk, CHUNK_BYTES_MAX } from '../../../../delivery/kubernetes/inventory/chunks';
import type { InventoryEntry } from '../../../../delivery/kubernetes/inventory/inventory';
import { readInventory, type InventoryReading } from '../../../../delivery/kubernetes/inventory/read-inventory';
import { forgetObjects, recordIntent, restoreInventory } from '../../../../delivery/kubernetes/inventory/record-wave';
import type { JsonObject, Resource } from '../../../../resources/resource';
import { withFakeCluster } from '../kit/fake-cluster';
import type { FakeHandler, FakeRequest } from '../kit/fake-server';
import { objectStore } from '../kit/object-store';
import { configMapOf, namespaceOf } from '../kit/test-resource';
import { hastyOutside } from '../kit/world';

const key = { cluster: 'one', wave: '1-baseline' };
const first = [namespaceOf('one'), configMapOf('one', 'a'), configMapOf('one', 'b')];
const second = [namespaceOf('one'), configMapOf('one', 'b'), configMapOf('one', 'c')];
const names = (objects: readonly { readonly name: string }[]): readonly string[] => objects.map(({ name }) => name);
const isWrite = ({ method }: FakeRequest): boolean => method !== 'GET';

function wave(client: ClusterClient, objects: readonly Resource[], changes: Partial<WaveRun> = {}): WaveRun {
  return { client, key, objects, assembly: 'sha256:1', run: 'run-1', ...changes };
}

/** What an inventory says, one line each. */
function told(reading: InventoryReading): readonly string[] {
  if (!reading.reached) return [`not reached: ${reading.failure.kind}`];
  if (reading.found !== 'whole') return [reading.found];
  const { state, generation, entries } = reading.inventory;
  return [
    `${state} ${generation}`,
    ...entries.map((one) => `${one.name} ${one.uid === undefined ? '-' : 'uid'} ${one.generation}`),
  ];
}

describe('applyWave()', () => {
  it('records what it applied, and keeps what a later assembly does not hold any more', async () => {
    await withFakeCluster(objectStore().handler, async ({ client }) => {
      expect(told(await readInventory(client, key))).toEqual(['none']);
      expect(await applyWave(wave(client, first))).toMatchObject({ isRecorded: true, inventory: { ok: true } });
      expect(told(await readInventory(client, key))).toEqual(['confirmed 1', 'a uid 1', 'b uid 1', 'one uid 1']);
      await applyWave(wave(client, second));
      expect(told(await readInventory(client, key))).toEqual([
        'confirmed 2',
        'a uid 1',
        'b uid 2',
        'c uid 2',
        'one uid 2',
      ]);
    });
  });

  it('records the intent before the first object is applied', async () => {
    await withFakeCluster(objectStore().handler, async ({ client, requests }) => {
      await applyWave(wave(client, first));
      const written = requests()
        .filter(isWrite)
        .map(({ path }) => path.replace(/^\/api\/v1\/namespaces\//, ''));
      expect(written.map((path) => path.replace(/-[0-9a-f]{24}$/, '-…'))).toEqual([
        'ndc-system',
        'ndc-system/configmaps',
        'ndc-system/configmaps',
        'one',
        'one/configmaps/a',
        'one/configmaps/b',
        'ndc-system',
        'ndc-system/configmaps',
        'ndc-system/configmaps/inventory-1-baseline',
        'ndc-system/configmaps/inventory-1-baseline-…',
      ]);
    });
  });

  it('applies nothing when the intent can not be recorded', async () => {
    const { handler } = objectStore();
    const noConfigMaps: FakeHandler = (request) =>
      request.method === 'POST'
        ? { status: 403, body: { kind: 'Status', message: 'User "x" cannot' } }
        : handler(request);
    await withFakeCluster(noConfigMaps, async ({ client, requests }) => {
      expect(await applyWave(wave(client, first))).toMatchObject({ isRecorded: false, failure: { kind: 'forbidden' } });
      expect(requests().some(({ path }) => path.endsWith('/namespaces/one'))).toBe(false);
    });
  });

  /* A second wave writes ten times; cut 11 is a run that isn't cut off. */
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])(
    'cut off at its write %i, has listed all that stands, and ends confirmed when it goes again',
    async (cut) => {
      const { handler, objects } = objectStore();
      let writesLeft = Infinity;
      const cutting: FakeHandler = (request) => {
        if (isWrite(request)) writesLeft -= 1;
        return writesLeft < 1 ? (stream) => stream.session?.destroy() : handler(request);
      };
      const once = { attempts: 1, firstMilliseconds: 1, longestMilliseconds: 1, retryAfterSecondsMax: 1 };
      await withFakeCluster(
        cutting,
        async ({ client }) => {
          await applyWave(wave(client, first));
          writesLeft = cut;
          await applyWave(wave(client, second));
          writesLeft = Infinity;
          expect(missingFrom(await readInventory(client, key), objects)).toEqual([]);
          await applyWave(wave(client, second));
          const [state, ...entries] = told(await readInventory(client, key));
          expect(state).toMatch(/^confirmed [23]$/);
          expect(entries.map((line) => line.replace(/ \d$/, ''))).toEqual(['a uid', 'b uid', 'c uid', 'one uid']);
        },
        { client: { retries: once } },
      );
    },
  );

  /** Objects of ours that stand in the store and not in the inventory. */
  function missingFrom(reading: InventoryReading, objects: ReadonlyMap<string, JsonObject>): readonly string[] {
    const listed = reading.reached && reading.found === 'whole' ? names(reading.inventory.entries) : [];
    const standing = [...objects.keys()].filter((path) => !path.includes('ndc-system'));
    return standing.filter((path) => !listed.includes(path.split('/').at(-1) ?? ''));
  }
});

describe('an inventory', () => {
  it('lets the slower one of two runs fail', async () => {
    await withFakeCluster(objectStore().handler, async ({ client }) => {
      const intent = { key, assembly: 'sha256:1', run: 'run-1', objects: first };
      const one = await recordIntent(client, intent);
      const two = await recordIntent(client, { ...intent, run: 'run-2' });
      expect([one.ok, two.ok]).toEqual([true, true]);
      if (!one.ok) return;
      const late = await forgetObjects(client, one.value, { objects: [] });
      expect(late).toMatchObject({ ok: false, failure: { kind: 'stale' } });
    });
  });

  it('knows its own head again when the answer to writing it was lost', async () => {
    const { handler } = objectStore();
    const losing: FakeHandler = async (request) => {
      const answer = await handler(request);
      const isHead = request.method === 'POST' && request.body.includes('"head"');
      return isHead ? (stream) => stream.session?.destroy() : answer;
    };
    await withFakeCluster(losing, async ({ client }) => {
      const intent = { key, assembly: 'sha256:1', run: 'run-1', objects: first };
      expect(await recordIntent(client, intent)).toMatchObject({ ok: true, value: { inventory: { generation: 1 } } });
    });
  });

  it.each<[string, (objects: Map<string, JsonObject>) => void, string]>([
    ['a chunk was deleted', (objects) => remove(objects, /-[0-9a-f]{24}$/), 'damaged'],
    ['its head was deleted', (objects) => remove(objects, /inventory-1-baseline$/), 'damaged'],
    ['all of it was deleted', (objects) => remove(objects, /inventory/), 'none'],
    ['a chunk was changed', (objects) => edit(objects, /-[0-9a-f]{24}$/, 'entries'), 'damaged'],
    ['its head was changed', (objects) => edit(objects, /inventory-1-baseline$/, 'head'), 'damaged'],
  ])('is not relied on when %s', async (_name, harm, found) => {
    const { handler, objects } = objectStore();
    await withFakeCluster(handler, async ({ client }) => {
      await applyWave(wave(client, first));
      harm(objects);
      expect(told(await readInventory(client, key))).toEqual([found]);
      const isRecorded = found === 'none';
      expect(await applyWave(wave(client, second))).toMatchObject(
        isRecorded ? { isRecorded } : { isRecorded, failure: { kind: 'inventory-damaged' } },
      );
    });
  });

  it('that is damaged is put back from a mirror, and confirmed by the next run', async () => {
    const { handler, objects } = objectStore();
    await withFakeCluster(handler, async ({ client }) => {
      await applyWave(wave(client, first));
      const kept = await readInventory(client, key);
      if (!kept.reached || kept.found !== 'whole') throw new Error('no inventory');
      edit(objects, /-[0-9a-f]{24}$/, 'entries');
      expect(await restoreInventory(client, kept.inventory)).toMatchObject({ ok: true });
      expect(told(await readInventory(client, key))).toEqual(['intended 1', 'a uid 1', 'b uid 1', 'one uid 1']);
      await applyWave(wave(client, first));
      expect(told(await readInventory(client, key))[0]).toBe('confirmed 2');
    });
  });

  it('of another cluster is refused', async () => {
    await withFakeCluster(objectStore().handler, async ({ client }) => {
      await applyWave(wave(client, first));
      expect(told(await readInventory(client, { ...key, cluster: 'two' }))).toEqual(['damaged']);
    });
  });

  it('of a cluster that can not be reached is not an empty one', async () => {
    await withFakeCluster(
      objectStore().handler,
      async ({ client, server }) => {
        await server.close();
        expect(told(await readInventory(client, key))).toEqual(['not reached: unreachable']);
      },
      { client: { outside: hastyOutside() } },
    );
  });

  function remove(objects: Map<string, JsonObject>, pattern: RegExp): void {
    for (const path of objects.keys()) if (pattern.test(path)) objects.delete(path);
  }

  function edit(objects: Map<string, JsonObject>, pattern: RegExp, field: string): void {
    for (const [path, object] of objects) {
      if (pattern.test(path)) objects.set(path, { ...object, data: { [field]: '["v1","Pod","","x","",1]' } });
    }
  }
});

describe('toChunks()', () => {
  it('divides many entries into chunks that a config map takes, and loses none', () => {
    const entries: readonly InventoryEntry[] = Array.from({ length: 20_000 }, (_, index) => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      namespace: `province-${index}-một`,
      name: `policy-${index}`,
      uid: index % 2 === 0 ? undefined : `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`,
      generation: 1,
    }));
    const chunks = toChunks(entries);
    expect(chunks.length).toBeGreaterThan(1);
    expect(Math.max(...chunks.map(({ text }) => Buffer.byteLength(text)))).toBeLessThanOrEqual(CHUNK_BYTES_MAX);
    expect(chunks.flatMap(({ text }) => parseChunk(text) ?? [])).toEqual(entries);
  });
});
