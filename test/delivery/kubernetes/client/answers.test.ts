import fc from 'fast-check';
import { readRefusal } from '../../../../delivery/kubernetes/client/answer/read-refusal';
import { readConflictCause } from '../../../../delivery/kubernetes/client/answer/conflict-cause';
import { readStatus } from '../../../../delivery/kubernetes/client/answer/status';
import type { JsonValue } from '../../../../resources/resource';
import { configMap, withFakeCluster } from '../kit/fake-cluster';
import type { FakeReply } from '../kit/fake-server';
import { hastyOutside } from '../kit/world';

const subject = { plural: 'configmaps', namespace: 'one', isSecret: false };

function refusal(code: number, status: JsonValue, changes: Partial<typeof subject> = {}): unknown {
  return readRefusal(code, readStatus(status), { ...subject, ...changes });
}

describe('readConflictCause()', () => {
  it.each([
    [
      'conflict with "kubectl-edit" using apps/v1 at 2026-01-02T03:04:05Z',
      'kubectl-edit',
      'Update',
      '',
      '2026-01-02T03:04:05Z',
    ],
    ['conflict with "flux"', 'flux', 'Apply', '', undefined],
    ['conflict with "scaler" with subresource "scale" using apps/v1', 'scaler', 'Update', 'scale', undefined],
    ['something else', 'something else', 'Apply', '', undefined],
  ])('reads %s', (message, manager, operation, subresource, time) => {
    const field = '.spec.replicas';
    expect(readConflictCause(field, message)).toEqual({ field, manager, operation, subresource, time });
  });
});

describe('readRefusal()', () => {
  it('tells an object that is absent from a namespace and from a kind', () => {
    const status = (kind: string, name: string): JsonValue => ({
      kind: 'Status',
      message: 'm',
      details: { kind, name },
    });
    expect(refusal(404, status('configmaps', 'a'))).toEqual({ kind: 'not-found', message: 'm' });
    expect(refusal(404, status('namespaces', 'one'))).toMatchObject({ kind: 'namespace-missing', namespace: 'one' });
    expect(refusal(404, status('namespaces', 'x'), { plural: 'namespaces' })).toMatchObject({ kind: 'not-found' });
    expect(refusal(404, { kind: 'Status', message: 'm', details: {} })).toMatchObject({ kind: 'kind-missing' });
    expect(refusal(404, '404 page not found')).toMatchObject({ kind: 'kind-missing' });
  });

  it('shows no value of a secret', () => {
    const message = 'Secret "s" is invalid: data[tls.key]: Invalid value: "hunter2": broken';
    const causes = [
      { reason: 'FieldValueInvalid', field: 'data[tls.key]', message: 'Invalid value: "hunter2": broken' },
    ];
    const status = { kind: 'Status', reason: 'Invalid', message, details: { causes } };
    expect(JSON.stringify(refusal(422, status))).toContain('hunter2');
    expect(JSON.stringify(refusal(422, status, { isSecret: true }))).not.toContain('hunter2');
  });

  it.each([
    ['admission webhook "check.example" denied the request: no', { by: 'webhook', name: 'check.example' }],
    ['admission webhook "check.example" does not support dry run', { by: 'webhook', name: 'check.example' }],
    [
      'pods "p" is forbidden: violates PodSecurity "restricted:v1.36": x',
      { by: 'PodSecurity', name: 'restricted:v1.36' },
    ],
    ['pods "p" is forbidden: exceeded quota: quota, requested: pods=1', { by: 'ResourceQuota', name: 'quota' }],
    ['pods "p" is forbidden: some plug-in says no', { by: 'plug-in', name: '' }],
  ])('names who refused: %s', (message, admission) => {
    expect(refusal(403, { kind: 'Status', reason: 'Forbidden', message })).toEqual({
      kind: 'admission-refused',
      admission,
      message,
    });
  });

  it('calls a failure of the server no refusal, and leaves open what it did', () => {
    const status = { kind: 'Status', message: 'etcdserver: request timed out' };
    expect(refusal(500, status)).toMatchObject({ kind: 'unavailable', mayHaveHappened: true });
    expect(refusal(429, status)).toMatchObject({ kind: 'unavailable', mayHaveHappened: false });
    expect(refusal(302, status)).toMatchObject({ kind: 'bad-answer' });
  });

  it('never throws, whatever a server sends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.jsonValue({ maxDepth: 5 }), (code, value) => {
        const failure = readRefusal(code, readStatus(value as JsonValue), subject);
        expect(failure.message.length).toBeLessThan(1_100);
      }),
    );
  });
});

describe('an answer', () => {
  const map = configMap('settings');

  it('that is no JSON is asked for again, and then said to be no JSON', async () => {
    await withFakeCluster(
      () => ({ status: 200, body: '<html>welcome</html>' }),
      async ({ client, requests }) => {
        const failure = { kind: 'bad-answer', message: 'no JSON', mayHaveHappened: true };
        expect(await client.get(map)).toEqual({ ok: false, failure });
        expect(requests().length).toBeGreaterThan(1);
      },
      { client: { outside: hastyOutside() } },
    );
  });

  it('that is nested without end is refused', async () => {
    const body = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    await withFakeCluster(
      () => ({ status: 200, body: `{"a":${body}}` }),
      async ({ client, requests }) => {
        const failure = { kind: 'bad-answer', message: 'nested deeper than 100', mayHaveHappened: true };
        expect(await client.get(map)).toEqual({ ok: false, failure });
        expect(requests()).toHaveLength(1);
      },
    );
  });

  it('keeps the warnings of the server', async () => {
    const headers = { warning: '299 - "v1beta1 is deprecated; \\"v1\\" is there", 299 - "second"' };
    await withFakeCluster(
      () => ({ status: 200, body: map.body, headers }),
      async ({ client }) => {
        const result = await client.get(map);
        expect(result).toMatchObject({ warnings: ['v1beta1 is deprecated; "v1" is there', 'second'] });
      },
    );
  });
});

describe('a list', () => {
  const item = (name: string): JsonValue => ({ metadata: { name, namespace: 'one' } });
  const page = (names: readonly string[], next = ''): FakeReply => ({
    status: 200,
    body: { kind: 'ConfigMapList', metadata: { continue: next }, items: names.map(item) },
  });
  const gone: FakeReply = { status: 410, body: { kind: 'Status', reason: 'Expired', message: 'too old' } };

  async function names(replies: (next: string | null, index: number) => FakeReply): Promise<unknown> {
    let index = 0;
    let found: unknown;
    await withFakeCluster(
      ({ query }) => replies(query.get('continue'), (index += 1)),
      async ({ client }) => {
        const kinds = await client.kinds();
        const kind = kinds.ok ? kinds.value.tryFind('v1', 'ConfigMap') : undefined;
        if (kind === undefined) throw new Error('no kind');
        const result = await client.list(kind, { pageSize: 2 });
        found = result.ok
          ? result.value.map(
              ({ kind: own, metadata }) => `${JSON.stringify(own)} ${(metadata as { name: string }).name}`,
            )
          : result.failure.kind;
      },
      { client: { outside: hastyOutside() } },
    );
    return found;
  }

  it('is read page by page', async () => {
    const read = await names((next) => (next === null ? page(['a', 'b'], 'n1') : page(['c'])));
    expect(read).toEqual(['"ConfigMap" a', '"ConfigMap" b', '"ConfigMap" c']);
  });

  it('begins again when the server has forgotten where it was', async () => {
    const read = await names((next, index) => {
      if (next === null) return page(index === 1 ? ['old', 'b'] : ['new', 'b'], 'n1');
      return index === 2 ? gone : page(['c']);
    });
    expect(read).toEqual(['"ConfigMap" new', '"ConfigMap" b', '"ConfigMap" c']);
  });

  it('is given up when that happens again and again, and is never half a list', async () => {
    expect(await names((next) => (next === null ? page(['a', 'b'], 'n1') : gone))).toBe('expired');
    expect(await names((next) => (next === null ? page(['a', 'b'], 'n1') : { status: 200, body: { no: 1 } }))).toBe(
      'bad-answer',
    );
  });
});
