import { once } from 'node:events';
import { createSecureServer, type Http2Session, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { ClusterAccess, Credentials } from '../../../../delivery/kubernetes/connect/cluster-access';
import { Secret } from '../../../../delivery/kubernetes/connect/secret';
import { makeAuthority, type IssuedCertificate, type TestAuthority } from './certificates';

/** One request as the fake server got it. */
export interface FakeRequest {
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** Counts from 1, over all requests. */
  readonly index: number;
  readonly session: Http2Session;
}

/** What a fake server answers: a whole answer, or whatever a test does to the stream. */
export type FakeReply =
  | {
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | ((stream: ServerHttp2Stream) => void);

/** Decides on an answer. */
export type FakeHandler = (request: FakeRequest) => FakeReply | Promise<FakeReply>;

/** A fake API server on a free port of 127.0.0.1: HTTP/2 over TLS, for faults that no real server makes on demand. */
export interface FakeServer {
  readonly authority: TestAuthority;
  readonly port: number;
  /** What it got, in order. */
  readonly requests: readonly FakeRequest[];
  readonly sessions: ReadonlySet<Http2Session>;
  /** How many connections it has had. */
  readonly connections: () => number;
  access(changes?: Partial<ClusterAccess>): ClusterAccess;
  close(): Promise<void>;
}

/** How a fake server is set up. */
export interface FakeServerOptions {
  /** @default - its own */
  readonly authority?: TestAuthority;
  /** @default - one of its authority */
  readonly certificate?: IssuedCertificate;
  /** @default - 250 */
  readonly streamsMax?: number;
  /** Asks clients for a certificate of its authority.
   * @default - it asks nobody
   */
  readonly asksForCertificate?: boolean;
}

/** Starts a fake server. */
export async function startFakeServer(handler: FakeHandler, options: FakeServerOptions = {}): Promise<FakeServer> {
  const authority = options.authority ?? makeAuthority();
  const own = options.certificate ?? authority.issue({ name: 'server', hosts: ['127.0.0.1', 'localhost'] });
  const server = createSecureServer({
    cert: own.certificate,
    key: own.key,
    ...(options.asksForCertificate === true
      ? { ca: authority.certificate, requestCert: true, rejectUnauthorized: true }
      : {}),
    settings: { maxConcurrentStreams: options.streamsMax ?? 250 },
  });
  const requests: FakeRequest[] = [];
  const sessions = new Set<Http2Session>();
  let connections = 0;
  let isClosed = false;
  server.on('session', (session) => {
    connections += 1;
    sessions.add(session);
    session.on('error', () => undefined);
    session.on('close', () => sessions.delete(session));
  });
  server.on('stream', (stream, headers) => {
    stream.on('error', () => undefined);
    void readBody(stream).then(async (body) => {
      const { session } = stream;
      if (session === undefined) return;
      const request = { ...requestOf(headers), body, index: requests.length + 1, session };
      requests.push(request);
      reply(stream, await handler(request));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    authority,
    port,
    requests,
    sessions,
    connections: () => connections,
    access: (changes = {}) => ({
      context: 'fake',
      origin: `https://127.0.0.1:${port}`,
      basePath: '',
      authority: authority.certificate,
      credentials: { kind: 'none' },
      ...changes,
    }),
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      for (const session of sessions) session.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function requestOf(headers: FakeRequest['headers']): Pick<FakeRequest, 'method' | 'path' | 'query' | 'headers'> {
  const url = new URL(String(headers[':path']), 'https://fake');
  return { method: String(headers[':method']), path: url.pathname, query: url.searchParams, headers };
}

/** Credentials by certificate. */
export function certificateCredentials({ certificate, key }: IssuedCertificate): Credentials {
  return { kind: 'certificate', certificate, key: new Secret(key) };
}

async function readBody(stream: ServerHttp2Stream): Promise<string> {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => stream.once('end', resolve));
  return Buffer.concat(chunks).toString('utf8');
}

function reply(stream: ServerHttp2Stream, answer: FakeReply): void {
  if (stream.destroyed) return;
  if (typeof answer === 'function') {
    answer(stream);
    return;
  }
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  stream.respond({ ':status': answer.status, 'content-type': 'application/json', ...answer.headers });
  stream.end(text);
}
