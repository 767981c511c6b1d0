import { applyObjects, type ApplyRun } from '../../../../delivery/kubernetes/apply/apply-objects';
import type { Resource } from '../../../../resources/resource';
import { withFakeCluster, type FakeCluster } from '../kit/fake-cluster';
import type { FakeHandler, FakeReply, FakeRequest } from '../kit/fake-server';
import { objectStore, refusal, status } from '../kit/object-store';
import { configMapOf, namespaceOf, resourceOf } from '../kit/test-resource';
import { hastyOutside } from '../kit/world';

const objects = [configMapOf('one', 'a'), configMapOf('one', 'b'), namespaceOf('one')];
const pathOf = (name: string): string => `/api/v1/namespaces/one/configmaps/${name}`;
const isApply = ({ method }: FakeRequest): boolean => method === 'PATCH';

/** A store whose answers a test may replace. */
function storeWith(change: (request: FakeRequest) => FakeReply | undefined): FakeHandler {
  const { handler } = objectStore();
  return (request) => change(request) ?? handler(request);
}

async function outcomes(
  { client }: FakeCluster,
  list: readonly Resource[] = objects,
  options: Partial<ApplyRun> = {},
): Promise<readonly string[]> {
  const done = await applyObjects({ client, objects: list, ...options });
  if (!done.reached) return [`not reached: ${done.failure.kind}`];
  return done.outcomes.map((one) => {
    const why = 'failure' in one ? `: ${one.failure.kind}` : '';
    return `${one.resource.name} ${one.kind}${why}`;
  });
}

const hasty = { client: { outside: hastyOutside() } };

describe('applyObjects()', () => {
  it('applies namespaces first, says what it did to each object, and changes nothing the second time', async () => {
    await withFakeCluster(objectStore().handler, async (cluster) => {
      expect(await outcomes(cluster)).toEqual(['one created', 'a created', 'b created']);
      const patched = [namespaceOf('one'), configMapOf('one', 'a', { x: '1' }), configMapOf('one', 'b')];
      expect(await outcomes(cluster, patched)).toEqual(['one unchanged', 'a changed', 'b unchanged']);
      expect(cluster.requests().filter(isApply)[0]?.query.toString()).toBe(
        'fieldManager=ndc&fieldValidation=Strict&force=false',
      );
    });
  });

  it('sends the same bytes whatever the order of keys', async () => {
    const one = resourceOf({
      kind: 'Namespace',
      apiVersion: 'v1',
      metadata: { labels: { b: '1', a: '2' }, name: 'n' },
    });
    const two = resourceOf({
      metadata: { name: 'n', labels: { a: '2', b: '1' } },
      apiVersion: 'v1',
      kind: 'Namespace',
    });
    await withFakeCluster(objectStore().handler, async (cluster) => {
      await outcomes(cluster, [one]);
      await outcomes(cluster, [two]);
      expect(
        new Set(
          cluster
            .requests()
            .filter(isApply)
            .map(({ body }) => body),
        ),
      ).toEqual(new Set(['{"apiVersion":"v1","kind":"Namespace","metadata":{"labels":{"a":"2","b":"1"},"name":"n"}}']));
    });
  });

  it('calls an object created although the answer of the creation was lost', async () => {
    const { handler } = objectStore();
    let lost = 0;
    const losing: FakeHandler = async (request) => {
      const answer = await handler(request);
      const isLost = isApply(request) && request.path === pathOf('a') && lost === 0;
      if (!isLost) return answer;
      lost += 1;
      return (stream) => stream.session?.destroy();
    };
    await withFakeCluster(
      losing,
      async (cluster) => {
        const list = [namespaceOf('one'), configMapOf('one', 'a')];
        expect(await outcomes(cluster, list)).toEqual(['one created', 'a created']);
        expect(lost).toBe(1);
      },
      hasty,
    );
  });

  it('goes no further when something failed, and says what was not tried', async () => {
    const refusing = storeWith((request) =>
      isApply(request) && request.path.endsWith('/namespaces/one')
        ? refusal(403, 'Forbidden', "ValidatingAdmissionPolicy 'p' with binding 'b' denied request: no")
        : undefined,
    );
    await withFakeCluster(refusing, async (cluster) => {
      expect(await outcomes(cluster)).toEqual(['one refused: admission-refused', 'a not-tried', 'b not-tried']);
      expect(cluster.requests().filter(isApply)).toHaveLength(1);
    });
  });

  it('goes on after as many failures as are allowed', async () => {
    const refusing = storeWith((request) =>
      isApply(request) && request.path === pathOf('a') ? status(422, 'Invalid', {}) : undefined,
    );
    await withFakeCluster(refusing, async (cluster) => {
      const list = [
        ...objects,
        resourceOf({ apiVersion: 'v1', kind: 'Widget', metadata: { name: 'w', namespace: 'one' } }),
      ];
      expect(await outcomes(cluster, list, { failuresMax: 1 })).toEqual([
        'one created',
        'a refused: invalid',
        'b created',
        'w refused: kind-missing',
      ]);
    });
  });

  const conflictWith = (words: string): FakeReply =>
    status(409, 'Conflict', {
      causes: [{ reason: 'FieldManagerConflict', message: `conflict with ${words}`, field: '.data.x' }],
    });
  const byHand = '"kubectl-edit" using v1';

  it.each([
    ['stop', byHand, 'a conflict: conflict'],
    ['take-from-people', byHand, 'a created'],
    ['take-from-people', '"flux"', 'a conflict: conflict'],
    ['take-from-people', '"kube-controller-manager" with subresource "scale" using v1', 'a conflict: conflict'],
    ['take', '"flux"', 'a created'],
  ] as const)('on a conflict: %s from %s', async (onConflict, words, expected) => {
    const conflicting = storeWith((request) =>
      isApply(request) && request.path === pathOf('a') && request.query.get('force') === 'false'
        ? conflictWith(words)
        : undefined,
    );
    await withFakeCluster(conflicting, async (cluster) => {
      const list = [namespaceOf('one'), configMapOf('one', 'a')];
      expect(await outcomes(cluster, list, { onConflict })).toEqual(['one created', expected]);
    });
  });

  it('says that a namespace on its way out is no namespace to apply to', async () => {
    const store = objectStore();
    const metadata = { name: 'one', uid: 'u', deletionTimestamp: '2026-01-01T00:00:00Z' };
    store.objects.set('/api/v1/namespaces/one', { apiVersion: 'v1', kind: 'Namespace', metadata });
    const dying = { status: 200, body: { kind: 'Namespace', metadata } };
    const handler: FakeHandler = (request) => (isApply(request) ? dying : store.handler(request));
    await withFakeCluster(handler, async (cluster) => {
      expect(await outcomes(cluster, [namespaceOf('one')])).toEqual(['one refused: namespace-terminating']);
    });
  });

  it('waits for a quota that is not counted, a parameter that is not read and a definition that is not served yet', async () => {
    let tries = 0;
    const settling = storeWith((request) => {
      if (!isApply(request) || request.path !== pathOf('a')) return undefined;
      tries += 1;
      if (tries === 1) return refusal(403, 'Forbidden', 'status unknown for quota: quota, resources: configmaps');
      if (tries === 2) return refusal(403, 'Forbidden', 'paramKind kind `v1` not yet synced to use for admission');
      return tries === 3 ? { status: 404, body: '404 page not found' } : undefined;
    });
    await withFakeCluster(
      settling,
      async (cluster) => {
        const list = [namespaceOf('one'), configMapOf('one', 'a')];
        expect(await outcomes(cluster, list)).toEqual(['one created', 'a created']);
        expect(tries).toBe(4);
      },
      hasty,
    );
  });

  it('says that a cluster was not reached instead of anything about its objects', async () => {
    await withFakeCluster(
      objectStore().handler,
      async (cluster) => {
        await cluster.server.close();
        expect(await outcomes(cluster)).toEqual(['not reached: unreachable']);
      },
      hasty,
    );
  });

  it('applies nothing when it can not tell what stands', async () => {
    const blind = storeWith(({ method }) => (method === 'GET' ? status(500, 'InternalError', {}) : undefined));
    await withFakeCluster(
      blind,
      async (cluster) => {
        expect(await outcomes(cluster)).toEqual(['one failed: unavailable', 'a not-tried', 'b not-tried']);
        expect(cluster.requests().filter(isApply)).toEqual([]);
      },
      hasty,
    );
  });

  it('stops when the caller stops, and says what may have happened', async () => {
    const stopper = new AbortController();
    const hanging = storeWith((request) => {
      if (!isApply(request) || request.path !== pathOf('a')) return undefined;
      stopper.abort();
      return () => undefined;
    });
    await withFakeCluster(hanging, async (cluster) => {
      const told: string[] = [];
      const done = await outcomes(cluster, objects, {
        signal: stopper.signal,
        onOutcome: ({ resource, kind }) => told.push(`${resource.name} ${kind}`),
      });
      expect(done.slice(0, 2)).toEqual(['one created', 'a failed: cancelled']);
      expect(told.toSorted()).toEqual(done.map((line) => line.replace(/:.*/, '')).toSorted());
    });
  });
});
