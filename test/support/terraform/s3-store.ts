import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '../../../resources/resource';

/** A store that speaks as much of S3 as Terraform's backend uses, so that a test can make it fail. */
export interface S3Store {
  /** Objects by key. */
  readonly objects: Map<string, Buffer>;
  /** Keys whose writing fails while they are in it. */
  readonly broken: Set<string>;
  /** The backend block of a shard whose state is kept here. */
  readonly backend: (key: string) => JsonObject;
  readonly close: () => Promise<void>;
}

const BUCKET = 'states';

/** Credentials for the store; any are taken. */
export const storeCredentials = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' } as const;

/** Starts a store on a free port of this machine. */
export async function openStore(): Promise<S3Store> {
  const objects = new Map<string, Buffer>();
  const broken = new Set<string>();
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => answer({ objects, broken }, { request, response, body }));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { objects, broken, backend: (key) => backendOf(port, key), close: () => closeServer(server) };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Buffer;
}

function answer({ objects, broken }: Pick<S3Store, 'objects' | 'broken'>, exchange: Exchange): void {
  const { request, response, body } = exchange;
  const key = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').slice(`/${BUCKET}/`.length);
  const found = objects.get(key);
  switch (request.method) {
    case 'PUT':
      if (broken.has(key)) return refuse(response, 403, 'AccessDenied');
      if (request.headers['if-none-match'] === '*' && found !== undefined) {
        return refuse(response, 412, 'PreconditionFailed');
      }
      objects.set(key, body);
      return void response.writeHead(200, { etag: '"1"' }).end();
    case 'DELETE':
      objects.delete(key);
      return void response.writeHead(204).end();
    default:
      if (key === '') return void response.writeHead(200, { 'content-type': 'application/xml' }).end(EMPTY_LIST);
      if (found === undefined) return refuse(response, 404, 'NoSuchKey');
      response.writeHead(200, { 'content-length': found.length, etag: '"1"' });
      return void response.end(request.method === 'HEAD' ? undefined : found);
  }
}

const EMPTY_LIST = '<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>';

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

function backendOf(port: number, key: string): JsonObject {
  return {
    s3: {
      bucket: BUCKET,
      key,
      region: 'vn-1',
      endpoints: { s3: `http://127.0.0.1:${port}` },
      use_lockfile: true,
      use_path_style: true,
      skip_credentials_validation: true,
      skip_metadata_api_check: true,
      skip_region_validation: true,
      skip_requesting_account_id: true,
      skip_s3_checksum: true,
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => void server.close(resolve));
}
