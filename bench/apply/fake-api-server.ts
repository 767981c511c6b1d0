import { readFileSync } from 'node:fs';
import { createSecureServer, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** What a request costs a server that is not the one that is measured. */
const SERVICE_MILLISECONDS = 5;

/** Streams that kube-apiserver allows on one connection. */
const STREAMS_MAX = 250;

const kinds = {
  kind: 'APIGroupDiscoveryList',
  items: [
    {
      metadata: { name: '' },
      versions: [
        {
          version: 'v1',
          resources: [
            { resource: 'namespaces', responseKind: { kind: 'Namespace' }, scope: 'Cluster', verbs: ['list'] },
            { resource: 'configmaps', responseKind: { kind: 'ConfigMap' }, scope: 'Namespaced', verbs: ['list'] },
          ],
        },
      ],
    },
  ],
};

/** Answers as an API server does that has nothing yet, each request after the service time; keeps nothing. */
function answer(stream: ServerHttp2Stream, method: string, body: string): void {
  if (method !== 'PATCH') {
    respond(stream, 200, method === 'GET' ? { kind: 'List', metadata: {}, items: [] } : {});
    return;
  }
  const object = JSON.parse(body) as { readonly metadata: object };
  const fieldsV1 = { 'f:data': { 'f:a': {}, 'f:b': {} } };
  const managedFields = [{ manager: 'ndc', operation: 'Apply', fieldsType: 'FieldsV1', fieldsV1 }];
  const metadata = { ...object.metadata, uid: 'c5c9', resourceVersion: '1', generation: 1, managedFields };
  respond(stream, 201, { ...object, metadata });
}

function respond(stream: ServerHttp2Stream, status: number, value: object): void {
  setTimeout(() => {
    if (stream.destroyed) return;
    stream.respond({ ':status': status, 'content-type': 'application/json' });
    stream.end(JSON.stringify(value));
  }, SERVICE_MILLISECONDS);
}

function main(folder: string): void {
  const server = createSecureServer({
    cert: readFileSync(join(folder, 'server.pem')),
    key: readFileSync(join(folder, 'server.key')),
    settings: { maxConcurrentStreams: STREAMS_MAX },
  });
  server.on('stream', (stream, headers) => {
    const chunks: Buffer[] = [];
    stream.on('error', () => undefined);
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (stream.aborted) return;
      const path = String(headers[':path']);
      if (path === '/api' || path === '/apis') respond(stream, 200, path === '/api' ? kinds : { ...kinds, items: [] });
      else answer(stream, String(headers[':method']), Buffer.concat(chunks).toString('utf8'));
    });
  });
  server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
}

main(process.argv[2] ?? '.');
