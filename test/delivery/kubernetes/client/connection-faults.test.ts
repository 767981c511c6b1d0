import { once } from 'node:events';
import type { Http2Session, ServerHttp2Stream } from 'node:http2';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { openCluster } from '../../../../delivery/kubernetes/client/cluster-client';
import { makeAuthority } from '../kit/certificates';
import { configMap, withFakeCluster } from '../kit/fake-cluster';
import { certificateCredentials, type FakeReply, type FakeRequest } from '../kit/fake-server';
import { hastyOutside } from '../kit/world';

const REFUSED_STREAM = 7;
const INTERNAL_ERROR = 2;
const map = configMap('settings');
const good: FakeReply = { status: 200, body: map.body };

/** A client whose waits are over at once. */
function hasty(): { readonly client: { readonly outside: ReturnType<typeof hastyOutside> } } {
  return { client: { outside: hastyOutside() } };
}

describe('a connection that breaks', () => {
  it('is replaced after a graceful GOAWAY, and what was under way on it ends well', async () => {
    const left = new Set<Http2Session>();
    const handler = ({ session }: FakeRequest): FakeReply => {
      if (left.size === 0) session.goaway();
      left.add(session);
      return good;
    };
    await withFakeCluster(handler, async ({ client, server, requests }) => {
      expect(await client.get(map)).toMatchObject({ ok: true });
      expect(await client.get(map)).toMatchObject({ ok: true });
      expect(requests()).toHaveLength(2);
      expect(left.size).toBe(2);
      expect(server.connections()).toBe(2);
    });
  });

  it('makes an apply go again when the server leaves with an error', async () => {
    let tries = 0;
    const handler = ({ session }: FakeRequest): FakeReply => {
      tries += 1;
      if (tries === 1) return () => session.goaway(INTERNAL_ERROR, 0);
      return good;
    };
    await withFakeCluster(
      handler,
      async ({ client }) => {
        const result = await client.apply(map, map.body);
        expect(result).toMatchObject({ ok: true, value: { isCreated: false, isRepeated: true } });
        expect(tries).toBe(2);
      },
      hasty(),
    );
  });

  it.each(['create', 'apply'] as const)('sends a %s again after a refused stream: nothing happened', async (verb) => {
    let tries = 0;
    const handler = (): FakeReply => {
      tries += 1;
      return tries === 1 ? (stream) => stream.close(REFUSED_STREAM) : good;
    };
    await withFakeCluster(
      handler,
      async ({ client }) => {
        expect(await client[verb](map, map.body)).toMatchObject({ ok: true });
        expect(tries).toBe(2);
      },
      hasty(),
    );
  });

  it('does not send a create again when it may have happened, and says so', async () => {
    await withFakeCluster(
      () => (stream) => stream.close(INTERNAL_ERROR),
      async ({ client, requests }) => {
        const result = await client.create(map, map.body);
        expect(result).toMatchObject({ ok: false, failure: { kind: 'lost', mayHaveHappened: true } });
        expect(requests()).toHaveLength(1);
      },
      hasty(),
    );
  });

  const breaks: readonly (readonly [string, (stream: ServerHttp2Stream) => void])[] = [
    ['the socket is cut', (stream) => stream.session?.destroy()],
    [
      'the stream is reset in the middle of the answer',
      (stream) => {
        stream.respond({ ':status': 200 });
        stream.write('{"kind":', () => stream.close(INTERNAL_ERROR));
      },
    ],
    [
      'the answer ends in the middle',
      (stream) => {
        stream.respond({ ':status': 200 });
        stream.end('{"kind":');
      },
    ],
    [
      'the answer is shorter than it says',
      (stream) => {
        stream.respond({ ':status': 200, 'content-length': '1000' });
        stream.end('{}');
      },
    ],
  ];
  it.each(breaks)('asks again when %s', async (_name, breakOff) => {
    let tries = 0;
    const handler = (): FakeReply => {
      tries += 1;
      return tries === 1 ? (stream) => breakOff(stream) : good;
    };
    await withFakeCluster(
      handler,
      async ({ client }) => {
        expect(await client.get(map)).toMatchObject({ ok: true, value: { metadata: { name: 'settings' } } });
        expect(tries).toBe(2);
      },
      hasty(),
    );
  });

  it('gives up after its tries and says that the connection was lost', async () => {
    await withFakeCluster(
      () => (stream) => stream.session?.destroy(),
      async ({ client, requests }) => {
        expect(await client.get(map)).toMatchObject({ ok: false, failure: { kind: 'lost' } });
        expect(requests().length).toBeGreaterThan(3);
      },
      hasty(),
    );
  });
});

describe('a server that is not what it should be', () => {
  it('is unreachable when nobody listens', async () => {
    await withFakeCluster(
      () => good,
      async ({ client, server }) => {
        await server.close();
        expect(await client.get(map)).toEqual({
          ok: false,
          failure: { kind: 'unreachable', message: 'ECONNREFUSED', mayHaveHappened: false },
        });
      },
      hasty(),
    );
  });

  it('is not trusted with a certificate of another authority', async () => {
    const access = { authority: makeAuthority('another').certificate };
    await withFakeCluster(
      () => good,
      async ({ client, requests }) => {
        expect(await client.get(map)).toMatchObject({ ok: false, failure: { kind: 'tls' } });
        expect(requests()).toEqual([]);
      },
      { access },
    );
  });

  it('is not trusted under another name', async () => {
    const access = { serverName: 'api.elsewhere' };
    await withFakeCluster(
      () => good,
      async ({ client }) => {
        const result = await client.get(map);
        expect(result).toMatchObject({ ok: false, failure: { kind: 'tls' } });
        expect(result.ok ? '' : result.failure.message).toContain('ERR_TLS_CERT_ALTNAME_INVALID');
      },
      { access },
    );
  });

  it('is told apart when its certificate has run out', async () => {
    const authority = makeAuthority();
    const certificate = authority.issue({ name: 'server', hosts: ['127.0.0.1'], endsInDays: -1 });
    await withFakeCluster(
      () => good,
      async ({ client }) => {
        expect(await client.get(map)).toMatchObject({ ok: false, failure: { kind: 'server-certificate-expired' } });
      },
      { server: { authority, certificate } },
    );
  });

  it('is refused when it speaks HTTP/1.1 alone', async () => {
    const authority = makeAuthority();
    const { certificate, key } = authority.issue({ name: 'server', hosts: ['127.0.0.1'] });
    const server = createServer({ cert: certificate, key }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const client = openCluster({
      access: {
        context: 'old',
        origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
        basePath: '',
        authority: authority.certificate,
        credentials: { kind: 'none' },
      },
      outside: hastyOutside(),
    });
    expect(await client.get(map)).toMatchObject({ ok: false, failure: { kind: 'tls' } });
    client.close();
    server.close();
  });
});

describe('our own certificate', () => {
  it.each([1, -1])('is named when it has run out and the server says no (ends in %s days)', async (endsInDays) => {
    const authority = makeAuthority();
    const credentials = certificateCredentials(authority.issue({ name: 'deployer', endsInDays }));
    const unauthorized = { status: 401, body: { kind: 'Status', reason: 'Unauthorized', message: 'Unauthorized' } };
    await withFakeCluster(
      () => unauthorized,
      async ({ client }) => {
        const kind = endsInDays > 0 ? 'unauthorized' : 'client-certificate-expired';
        expect(await client.get(map)).toMatchObject({ ok: false, failure: { kind } });
      },
      { server: { authority }, access: { credentials } },
    );
  });

  it('is named when it has run out and the server cuts the handshake', async () => {
    const authority = makeAuthority();
    const credentials = certificateCredentials(authority.issue({ name: 'deployer', endsInDays: -1 }));
    await withFakeCluster(
      () => good,
      async ({ client }) => {
        expect(await client.get(map)).toMatchObject({ ok: false, failure: { kind: 'client-certificate-expired' } });
      },
      { server: { authority, asksForCertificate: true }, access: { credentials } },
    );
  });
});
