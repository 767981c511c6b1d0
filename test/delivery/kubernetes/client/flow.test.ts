import type { Http2Session } from 'node:http2';
import { backoff, defaultRetryPolicy } from '../../../../delivery/kubernetes/client/request/backoff';
import { FlowLimit } from '../../../../delivery/kubernetes/client/wire/flow-limit';
import { configMap, withFakeCluster } from '../kit/fake-cluster';
import type { FakeReply, FakeRequest } from '../kit/fake-server';
import { hastyOutside } from '../kit/world';

const maps = Array.from({ length: 60 }, (_, index) => configMap(`m${index}`));
const OVERLOADED = { kind: 'Status', reason: 'TooManyRequests', message: 'Too many requests' };

/** Holds answers back until a number of requests is there, and counts how many were there at once. */
function crowd(): { readonly handler: (request: FakeRequest) => Promise<FakeReply>; readonly most: () => number } {
  const present = new Map<Http2Session, number>();
  let most = 0;
  return {
    most: () => most,
    handler: async ({ session }) => {
      const count = (present.get(session) ?? 0) + 1;
      present.set(session, count);
      most = Math.max(most, count);
      /* A turn of the event loop lets everything arrive that was sent. */
      for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      present.set(session, (present.get(session) ?? 0) - 1);
      return { status: 200, body: {} };
    },
  };
}

describe('requests under way', () => {
  it('never outnumber the streams that the server allows, and use more than one connection', async () => {
    const { handler, most } = crowd();
    await withFakeCluster(
      handler,
      async ({ client, server }) => {
        const results = await Promise.all(maps.map((map) => client.get(map)));
        expect(results.every((one) => one.ok)).toBe(true);
        expect(most()).toBe(3);
        expect(server.connections()).toBe(2);
      },
      { server: { streamsMax: 3 } },
    );
  });

  it('stay on one connection while it has room', async () => {
    await withFakeCluster(crowd().handler, async ({ client, server }) => {
      await Promise.all(maps.map((map) => client.get(map)));
      expect(server.connections()).toBe(1);
    });
  });

  it('are halved when the server is overloaded, and grow again one by one', () => {
    const limit = new FlowLimit(100);
    limit.fall();
    expect(limit.current).toBe(50);
    for (let fall = 0; fall < 10; fall += 1) limit.fall();
    expect(limit.current).toBe(4);
    for (let answer = 0; answer < 40; answer += 1) limit.rise();
    expect(limit.current).toBe(9);
    for (let answer = 0; answer < 20_000; answer += 1) limit.rise();
    expect(limit.current).toBe(100);
  });
});

describe('a server that sheds load', () => {
  it('is waited for as long as it asks, then asked again', async () => {
    const outside = hastyOutside();
    let tries = 0;
    const handler = (): FakeReply => {
      tries += 1;
      if (tries === 1) return { status: 429, body: OVERLOADED, headers: { 'retry-after': '3' } };
      if (tries === 2)
        return { status: 503, body: { kind: 'Status', message: 'later', details: { retryAfterSeconds: 2 } } };
      return { status: 200, body: {} };
    };
    await withFakeCluster(
      handler,
      async ({ client }) => {
        expect(await client.create(configMap('a'), {})).toMatchObject({ ok: false, failure: { kind: 'unavailable' } });
        expect(outside.waits).toEqual([3_000]);
        expect(await client.get(configMap('a'))).toMatchObject({ ok: true });
      },
      { client: { outside } },
    );
  });

  it('is not waited for when it asks for too much', async () => {
    await withFakeCluster(
      () => ({ status: 429, body: OVERLOADED, headers: { 'retry-after': '3600' } }),
      async ({ client, requests }) => {
        const failure = { kind: 'unavailable', message: '429: Too many requests', mayHaveHappened: false };
        expect(await client.get(configMap('a'))).toEqual({ ok: false, failure });
        expect(requests()).toHaveLength(1);
      },
    );
  });
});

describe('backoff()', () => {
  it('grows twofold up to its longest, and chance takes a part of it', () => {
    const waits = (random: number): readonly (number | undefined)[] =>
      [1, 2, 3, 9].map((attempt) => backoff(defaultRetryPolicy, { attempt }, () => random));
    expect(waits(0)).toEqual([0, 0, 0, 0]);
    expect(waits(0.5)).toEqual([50, 100, 200, 4_000]);
    expect(waits(0.999)).toEqual([99, 199, 399, 7_992]);
  });
});
