import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { isObject, textAt } from '../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../resources/resource';

/** What a fault makes of a request: an answer instead of the right one, a closed connection, or nothing for now. */
export type Fault = { readonly status: number; readonly body: string } | 'close' | Promise<unknown> | undefined;

/** An API server that keeps objects in memory, so that a test can make it fail in ways a real one can't be asked to. */
export interface FakeApiServer {
  readonly url: string;
  /** Objects by their path in the API. */
  readonly objects: Map<string, JsonObject>;
  /** Decides about each request; a promise holds it back until it settles. */
  fault: (method: string, path: string) => Fault;
  /** Asks it over the network who it is, as an engine does; undefined when it doesn't answer as an API server. */
  readonly uid: () => Promise<string | undefined>;
  readonly close: () => Promise<void>;
}

/** Starts one on a free port of this machine, with a certificate made in the folder. */
export async function openFakeApiServer(folder: string): Promise<FakeApiServer> {
  const objects = new Map<string, JsonObject>([[SYSTEM, { metadata: { uid: 'the-cluster' } }]]);
  const { key, cert } = makeCertificate(folder);
  const server = createServer({ key, cert }, (request, response) => {
    void handle(fake, { request, response });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const fake: FakeApiServer = {
    url: `https://127.0.0.1:${port}`,
    objects,
    fault: () => undefined,
    uid: () => askUid(port),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
  return fake;
}

const SYSTEM = '/api/v1/namespaces/kube-system';

async function askUid(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const asked = get(
      { host: '127.0.0.1', port, path: SYSTEM, rejectUnauthorized: false, agent: false },
      (response) => {
        void bodyOf(response).then(
          (body) => resolve(textAt(body, 'metadata', 'uid')),
          () => resolve(undefined),
        );
      },
    );
    asked.once('error', () => resolve(undefined));
  });
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function handle(fake: FakeApiServer, { request, response }: Exchange): Promise<void> {
  const method = request.method ?? '';
  const path = (request.url ?? '').split('?')[0] ?? '';
  const body = await bodyOf(request);
  const fault = fake.fault(method, path);
  if (fault === 'close') return void request.socket.destroy();
  if (fault instanceof Promise) await fault;
  else if (fault !== undefined) return reply(response, fault.status, fault.body);
  answer(fake, { method, path, body }, response);
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: JsonValue;
}

function answer({ objects }: FakeApiServer, { method, path, body }: Call, response: ServerResponse): void {
  const target = method === 'POST' ? `${path}/${textAt(body, 'metadata', 'name') ?? ''}` : path;
  const found = objects.get(target);
  if (method === 'POST' && isObject(body)) {
    if (found !== undefined)
      return reply(response, 409, statusText(409, 'AlreadyExists', `"${target}" already exists`));
    objects.set(target, withServerFields(body));
    return reply(response, 201, JSON.stringify(objects.get(target)));
  }
  if (found === undefined) return reply(response, 404, statusText(404, 'NotFound', `"${target}" not found`));
  if (method === 'DELETE') objects.delete(target);
  return reply(response, 200, JSON.stringify(found));
}

function withServerFields(body: JsonObject): JsonObject {
  const metadata = isObject(body['metadata']) ? body['metadata'] : {};
  return { ...body, metadata: { ...metadata, uid: '0000-1', resourceVersion: '1' }, status: { phase: 'Active' } };
}

/** A failure as an API server words it. */
export function statusText(code: number, reason: string, message: string): string {
  return JSON.stringify({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, code });
}

function reply(response: ServerResponse, status: number, body: string): void {
  const type = body.startsWith('{') ? 'application/json' : 'text/html';
  response.writeHead(status, { 'content-type': type }).end(body);
}

async function bodyOf(request: IncomingMessage): Promise<JsonValue> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  return text === '' ? null : (JSON.parse(text) as JsonValue);
}

function makeCertificate(folder: string): { readonly key: Buffer; readonly cert: Buffer } {
  const [key, cert] = [join(folder, 'server.key'), join(folder, 'server.crt')];
  const subject = ['-subj', '/CN=127.0.0.1', '-days', '2'];
  const made = [
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-keyout',
    key,
    '-out',
    cert,
  ];
  execFileSync('openssl', ['req', ...made, ...subject], { stdio: 'ignore' });
  return { key: readFileSync(key), cert: readFileSync(cert) };
}
