import { openCluster } from '../../../../delivery/kubernetes/client/cluster-client';
import { configMap, withFakeCluster, type FakeCluster } from '../kit/fake-cluster';
import type { FakeReply } from '../kit/fake-server';
import { startRelay } from '../kit/relay';
import { manualClock, realOutside } from '../kit/world';

const map = configMap('settings');
const retries = { attempts: 1, firstMilliseconds: 1, longestMilliseconds: 1, retryAfterSecondsMax: 1 };

/** Waits for a condition, turn by turn of the event loop. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

describe('an answer that does not come', () => {
  const silent = (): FakeReply => () => undefined;

  it('is given up when its time is over, and may have happened', async () => {
    const clock = manualClock();
    await withFakeCluster(
      silent,
      async ({ client, requests }) => {
        const asked = client.get(map);
        await until(() => requests().length === 1);
        clock.advance(29_999);
        expect(clock.pending()).toContain(1);
        clock.advance(1);
        const failure = { kind: 'timeout', message: 'no whole answer within 30000 ms', mayHaveHappened: true };
        expect(await asked).toEqual({ ok: false, failure });
      },
      { client: { outside: { clock, random: () => 0 }, retries } },
    );
  });

  it('is given up although it trickles in byte by byte', async () => {
    const clock = manualClock();
    let sent = 0;
    const trickle = (): FakeReply => (stream) => {
      stream.respond({ ':status': 200 });
      const next = (): void => {
        if (stream.destroyed) return;
        sent += 1;
        stream.write(' ', () => setImmediate(next));
      };
      next();
    };
    await withFakeCluster(
      trickle,
      async ({ client }) => {
        const asked = client.get(map);
        await until(() => sent > 20);
        clock.advance(30_000);
        expect(await asked).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
      },
      { client: { outside: { clock, random: () => 0 }, retries } },
    );
  });

  it('is asked for on a new connection when the old one does not answer a ping', async () => {
    const clock = manualClock();
    await withFakeCluster(
      () => ({ status: 200, body: {} }),
      async ({ server }) => {
        const relay = await startRelay(server.port);
        const access = server.access({ origin: `https://127.0.0.1:${relay.port}` });
        const client = openCluster({ access, outside: { clock, random: () => 0 }, retries });
        expect(await client.get(map)).toMatchObject({ ok: true });
        relay.freeze();
        const asked = client.get(map);
        await until(() => clock.pending().includes(30_000));
        clock.advance(30_000);
        expect(await asked).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
        await until(() => clock.pending().includes(10_000));
        clock.advance(10_000);
        expect(await client.get(map)).toMatchObject({ ok: true });
        expect(relay.connections()).toBe(2);
        client.close();
        await relay.close();
      },
    );
  });
});

describe('a caller who stops', () => {
  async function stop(cluster: FakeCluster): Promise<void> {
    const stopper = new AbortController();
    const { client, requests } = cluster;
    const asked = [1, 2, 3].map(() => client.get(map, { signal: stopper.signal }));
    await until(() => requests().length === 1);
    stopper.abort();
    const results = await Promise.all(asked);
    expect(results.map((one) => (one.ok ? 'ok' : one.failure))).toEqual([
      { kind: 'cancelled', message: 'cancelled by the caller', mayHaveHappened: true },
      { kind: 'cancelled', message: 'cancelled by the caller', mayHaveHappened: false },
      { kind: 'cancelled', message: 'cancelled by the caller', mayHaveHappened: false },
    ]);
    expect(requests()).toHaveLength(1);
  }

  it('is answered at once, under way or waiting for room', async () => {
    const options = { client: { connections: 1, requestsPerConnection: 1 } };
    await withFakeCluster(() => () => undefined, stop, options);
  });

  it('is not waited for between tries', async () => {
    const clock = manualClock();
    const stopper = new AbortController();
    const busy: FakeReply = { status: 503, body: { kind: 'Status', message: 'later' } };
    await withFakeCluster(
      () => busy,
      async ({ client }) => {
        const asked = client.get(map, { signal: stopper.signal });
        await until(() => clock.pending().includes(50));
        stopper.abort();
        expect(await asked).toMatchObject({ ok: false, failure: { kind: 'unavailable' } });
      },
      { client: { outside: { clock, random: () => 0.5 } } },
    );
  });

  it('closes the client, and what comes later is told so', async () => {
    await withFakeCluster(
      () => ({ status: 200, body: {} }),
      async ({ server }) => {
        const client = openCluster({ access: server.access(), outside: realOutside });
        client.close();
        const failure = { kind: 'cancelled', message: 'the client is closed', mayHaveHappened: false };
        expect(await client.get(map)).toEqual({ ok: false, failure });
      },
    );
  });
});

describe('an answer that is too much', () => {
  it('is broken off at the size that the client takes', async () => {
    const MEGABYTE = ' '.repeat(2 ** 20);
    let sent = 0;
    const flood = (): FakeReply => (stream) => {
      stream.respond({ ':status': 200 });
      const next = (): void => {
        sent += 1;
        if (!stream.destroyed) stream.write(MEGABYTE, next);
      };
      next();
    };
    await withFakeCluster(flood, async ({ client }) => {
      expect(await client.get(map)).toMatchObject({ ok: false, failure: { kind: 'too-large' } });
      expect(sent).toBeLessThan(40);
    });
  });
});
