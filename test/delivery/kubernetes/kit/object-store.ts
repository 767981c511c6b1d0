import { canonicalJson } from '../../../../model/canonical-json';
import { textAt, textsAt } from '../../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../../resources/resource';
import type { FakeHandler, FakeReply, FakeRequest } from './fake-server';
import { fieldsOf } from './served-object';

/** Objects behind a fake server, with just so much of an API server's manners as the tests of faults need. */
export interface ObjectStore {
  readonly handler: FakeHandler;
  /** By path. */
  readonly objects: Map<string, JsonObject>;
}

const PLURALS = new Set([
  'namespaces',
  'configmaps',
  'secrets',
  'serviceaccounts',
  'networkpolicies',
  'customresourcedefinitions',
]);

/** Makes an empty store: apply, create, replace, get, list and delete, with versions and preconditions. */
export function objectStore(): ObjectStore {
  const objects = new Map<string, JsonObject>();
  let version = 0;
  const store = (path: string, body: JsonObject, before?: JsonObject): JsonObject => {
    version += 1;
    const metadata = body['metadata'] as JsonObject;
    const uid = textAt(before, 'metadata', 'uid') ?? `uid-${version}`;
    const fieldsV1 = fieldsOf({ ...body, metadata: {} });
    const managedFields = [{ manager: 'ndc', operation: 'Apply', fieldsV1 }];
    const stored = { ...body, metadata: { ...metadata, uid, resourceVersion: String(version), managedFields } };
    objects.set(path, stored);
    return stored;
  };
  const handler: FakeHandler = (request) => {
    const { method, path } = request;
    const missing = missingNamespace(objects, path);
    if (missing !== undefined && method !== 'GET')
      return status(404, 'NotFound', { kind: 'namespaces', name: missing });
    switch (method) {
      case 'GET':
        return isCollection(path) ? list(objects, request) : (found(objects.get(path)) ?? notFound(path));
      case 'PATCH':
        return apply(request, objects.get(path), store);
      case 'POST': {
        const body = JSON.parse(request.body) as JsonObject;
        const at = `${path}/${textAt(body, 'metadata', 'name') ?? ''}`;
        return objects.has(at) ? status(409, 'AlreadyExists', {}) : { status: 201, body: store(at, body) };
      }
      case 'PUT': {
        const body = JSON.parse(request.body) as JsonObject;
        const before = objects.get(path);
        const isCurrent = versionAt(before) === versionAt(body);
        return isCurrent ? { status: 200, body: store(path, body, before) } : status(409, 'Conflict', {});
      }
      default:
        return remove(objects, request);
    }
  };
  return { handler, objects };
}

/** A Status as the server sends it. */
export function status(code: number, reason: string, details: JsonObject): FakeReply {
  return { status: code, body: { kind: 'Status', reason, message: reason, details, code } };
}

/** A Status that says why in words. */
export function refusal(code: number, reason: string, message: string): FakeReply {
  return { status: code, body: { kind: 'Status', reason, message, details: {}, code } };
}

type Store = (path: string, body: JsonObject, before?: JsonObject) => JsonObject;

function apply({ path, body: text, query }: FakeRequest, before: JsonObject | undefined, store: Store): FakeReply {
  const body = JSON.parse(text) as JsonObject;
  if (before !== undefined && contentOf(before) === contentOf(body)) return { status: 200, body: before };
  if (query.get('dryRun') === 'All') return { status: 200, body };
  return { status: before === undefined ? 201 : 200, body: store(path, body, before) };
}

function remove(objects: Map<string, JsonObject>, { path, body }: FakeRequest): FakeReply {
  const before = objects.get(path);
  if (before === undefined) return notFound(path);
  const wanted = textAt(JSON.parse(body) as JsonValue, 'preconditions', 'uid');
  if (wanted !== textAt(before, 'metadata', 'uid')) return status(409, 'Conflict', {});
  if (textsAt(before, 'metadata', 'finalizers').length > 0) {
    const metadata = { ...(before['metadata'] as JsonObject), deletionTimestamp: '2026-01-01T00:00:00Z' };
    objects.set(path, { ...before, metadata });
    return { status: 200, body: { ...before, metadata } };
  }
  objects.delete(path);
  return { status: 200, body: { kind: 'Status', status: 'Success' } };
}

function list(objects: ReadonlyMap<string, JsonObject>, { path, query }: FakeRequest): FakeReply {
  const [plural = ''] = path.split('/').slice(-1);
  const within = path.replace(`/${plural}`, '');
  const [label = '', value = ''] = (query.get('labelSelector') ?? '').split('=');
  const items = [...objects]
    .filter(([key]) => key.startsWith(within) && key.split('/').at(-2) === plural)
    .filter(([, object]) => label === '' || textAt(object, 'metadata', 'labels', label) === value)
    .map(([, object]) => object);
  return { status: 200, body: { kind: 'List', metadata: {}, items } };
}

function contentOf({ metadata, ...rest }: JsonObject): string {
  const { name, namespace, labels } = (metadata ?? {}) as JsonObject;
  return canonicalJson({ ...rest, metadata: { name, namespace, labels } });
}

function found(object: JsonObject | undefined): FakeReply | undefined {
  return object === undefined ? undefined : { status: 200, body: object };
}

function notFound(path: string): FakeReply {
  const [kind = '', name = ''] = path.split('/').slice(-2);
  return status(404, 'NotFound', { kind, name });
}

function isCollection(path: string): boolean {
  return PLURALS.has(path.split('/').at(-1) ?? '');
}

function missingNamespace(objects: ReadonlyMap<string, JsonObject>, path: string): string | undefined {
  const namespace = /\/namespaces\/([^/]+)\/[^/]/.exec(path)?.[1];
  return namespace === undefined || objects.has(`/api/v1/namespaces/${namespace}`) ? undefined : namespace;
}

function versionAt(object: JsonObject | undefined): string | undefined {
  return textAt(object, 'metadata', 'resourceVersion');
}
