import { findLeftOvers, type LeftOvers } from '../../../../delivery/kubernetes/inventory/left-over';
import type { Inventory, InventoryEntry } from '../../../../delivery/kubernetes/inventory/inventory';
import { removeObjects } from '../../../../delivery/kubernetes/inventory/remove-objects';
import type { JsonObject, Resource } from '../../../../resources/resource';
import { withFakeCluster } from '../kit/fake-cluster';
import type { FakeHandler } from '../kit/fake-server';
import { objectStore, status } from '../kit/object-store';
import { configMapOf, namespaceOf } from '../kit/test-resource';
import { hastyOutside } from '../kit/world';

const entry = ({ apiVersion, kind, namespace, name }: Resource, uid?: string): InventoryEntry => ({
  apiVersion,
  kind,
  namespace,
  name,
  uid,
  generation: 1,
});
const inventoryOf = (entries: readonly InventoryEntry[]): Inventory => ({
  cluster: 'one',
  wave: 'w',
  generation: 1,
  state: 'confirmed',
  assembly: 'sha256:1',
  run: 'r',
  entries,
});
const [one, a, b] = [namespaceOf('one'), configMapOf('one', 'a'), configMapOf('one', 'b')];
const hasty = { client: { outside: hastyOutside() } };

/** A store with the namespace and its two maps. */
function filled(): ReturnType<typeof objectStore> {
  const store = objectStore();
  const put = (path: string, { body, name }: Resource, manager = 'ndc'): void => {
    const uid = `u-${name}`;
    const metadata = { ...(body['metadata'] as JsonObject), uid, resourceVersion: '1' };
    const managedFields = [{ manager, operation: 'Apply', fieldsV1: {} }];
    store.objects.set(path, { ...body, metadata: { ...metadata, managedFields } });
  };
  put('/api/v1/namespaces/one', one);
  put('/api/v1/namespaces/one/configmaps/a', a);
  put('/api/v1/namespaces/one/configmaps/b', b, 'somebody');
  return store;
}

const names = (list: LeftOvers): object => ({
  leftOver: list.leftOver.map((found) => found.entry.name),
  gone: list.gone.map(({ name }) => name),
  foreign: list.foreign.map(({ name }) => name),
  untold: list.untold.map((found) => found.entry.name),
});

describe('findLeftOvers()', () => {
  it('says of what goes with it, and of data', async () => {
    await withFakeCluster(filled().handler, async ({ client }) => {
      const inventory = inventoryOf([entry(a, 'u-a'), entry(one, 'u-one')]);
      const found = await findLeftOvers(client, { inventory, wanted: [] });
      expect(found.reached && found.leftOver.map(({ entry: { name }, ...more }) => ({ name, ...more }))).toEqual([
        { name: 'a', uid: 'u-a', resourceVersion: '1', cascades: false, holdsData: false },
        { name: 'one', uid: 'u-one', resourceVersion: '1', cascades: true, holdsData: true },
      ]);
    });
  });

  it('knows after a crash, without a uid, only what our field manager wrote', async () => {
    await withFakeCluster(filled().handler, async ({ client }) => {
      const inventory = inventoryOf([entry(a), entry(b), entry(configMapOf('one', 'c'))]);
      const found = await findLeftOvers(client, { inventory, wanted: [] });
      expect(found.reached && names(found)).toEqual({ leftOver: ['a'], gone: ['c'], foreign: ['b'], untold: [] });
    });
  });

  it('calls nothing gone that it could not read', async () => {
    const { handler } = filled();
    const half: FakeHandler = (request) =>
      request.path.endsWith('/b') ? status(500, 'InternalError', {}) : handler(request);
    await withFakeCluster(
      half,
      async ({ client }) => {
        const inventory = inventoryOf([entry(a, 'u-a'), entry(b, 'u-b')]);
        const found = await findLeftOvers(client, { inventory, wanted: [] });
        expect(found.reached && names(found)).toEqual({ leftOver: ['a'], gone: [], foreign: [], untold: ['b'] });
      },
      hasty,
    );
  });

  it('finds nothing out about a cluster that it can not reach, also when it could before', async () => {
    await withFakeCluster(
      filled().handler,
      async ({ client, server }) => {
        const inventory = inventoryOf([entry(a, 'u-a')]);
        expect(await findLeftOvers(client, { inventory, wanted: [] })).toMatchObject({ reached: true });
        await server.close();
        expect(await findLeftOvers(client, { inventory, wanted: [] })).toMatchObject({
          reached: false,
          failure: { kind: expect.stringMatching(/lost|unreachable/) as string },
        });
      },
      hasty,
    );
  });
});

describe('removeObjects()', () => {
  const order = { propagation: 'Background', patienceMilliseconds: 1_000 } as const;

  it('goes in the reverse order, each object with its uid', async () => {
    const store = filled();
    await withFakeCluster(store.handler, async ({ client, requests }) => {
      const objects = [one, a].map((object) => ({ ...object, uid: `u-${object.name}` }));
      const removed = await removeObjects(client, { objects, ...order });
      expect(removed.map(({ object, kind }) => `${object.name} ${kind}`)).toEqual(['a deleted', 'one deleted']);
      const bodies = requests()
        .filter(({ method }) => method === 'DELETE')
        .map(({ body }) => body);
      expect(bodies[0]).toBe(
        '{"apiVersion":"v1","kind":"DeleteOptions","preconditions":{"uid":"u-a"},"propagationPolicy":"Background"}',
      );
    });
  });

  it('leaves alone what is below an object that stays', async () => {
    const store = filled();
    await withFakeCluster(store.handler, async ({ client }) => {
      const objects = [
        { ...one, uid: 'u-one' },
        { ...b, uid: 'another' },
      ];
      const removed = await removeObjects(client, { objects, ...order });
      expect(removed.map(({ object, kind }) => `${object.name} ${kind}`)).toEqual(['b replaced', 'one not-tried']);
      expect(store.objects.size).toBe(3);
    });
  });

  it('calls nothing deleted when the server falls silent after the order', async () => {
    const store = filled();
    store.objects.set('/api/v1/namespaces/one/configmaps/a', {
      ...a.body,
      metadata: { name: 'a', namespace: 'one', uid: 'u-a', finalizers: ['x/y'] },
    });
    let isSilent = false;
    const handler: FakeHandler = (request) => {
      if (isSilent) return status(500, 'InternalError', {});
      isSilent = request.method === 'DELETE';
      return store.handler(request);
    };
    await withFakeCluster(
      handler,
      async ({ client }) => {
        const removed = await removeObjects(client, { objects: [{ ...a, uid: 'u-a' }], ...order });
        expect(removed).toMatchObject([{ kind: 'failed', failure: { kind: 'unavailable' } }]);
      },
      hasty,
    );
  });
});
