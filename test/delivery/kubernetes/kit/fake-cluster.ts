import type { ClusterAccess } from '../../../../delivery/kubernetes/connect/cluster-access';
import {
  openCluster,
  type ClientOptions,
  type ClusterClient,
} from '../../../../delivery/kubernetes/client/cluster-client';
import type { ObjectRef } from '../../../../delivery/kubernetes/client/kinds/api-kind';
import type { JsonObject } from '../../../../resources/resource';
import type { FakeHandler, FakeReply, FakeRequest, FakeServer, FakeServerOptions } from './fake-server';
import { startFakeServer } from './fake-server';
import { realOutside } from './world';

/** A fake server and a client of it. */
export interface FakeCluster {
  readonly server: FakeServer;
  readonly client: ClusterClient;
  /** What was asked beside discovery. */
  readonly requests: () => readonly FakeRequest[];
}

/** What a fake cluster is set up with. */
export interface FakeClusterOptions {
  /** @default - a plain one */
  readonly server?: FakeServerOptions;
  /** @default - as the server offers */
  readonly access?: Partial<ClusterAccess>;
  /** @default - as clients are */
  readonly client?: Partial<ClientOptions>;
}

/** Runs a test with a fake server that answers discovery by itself and everything else by the handler. */
export async function withFakeCluster(
  handler: FakeHandler,
  test: (cluster: FakeCluster) => Promise<void>,
  options: FakeClusterOptions = {},
): Promise<void> {
  const server = await startFakeServer((request) => tryDiscovery(request) ?? handler(request), options.server);
  const client = openCluster({ access: server.access(options.access), outside: realOutside, ...options.client });
  const requests = (): readonly FakeRequest[] => server.requests.filter((one) => tryDiscovery(one) === undefined);
  try {
    await test({ server, client, requests });
  } finally {
    client.close();
    await server.close();
  }
}

/** A config map as the tests' plain object: its names, and its body. */
export function configMap(name: string, data: JsonObject = {}): ObjectRef & { readonly body: JsonObject } {
  const body = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'one' }, data };
  return { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'one', name, body };
}

/** What a server says of the kinds that it has; undefined when something else is asked. */
export function tryDiscovery({ path }: FakeRequest): FakeReply | undefined {
  if (path !== '/api' && path !== '/apis') return undefined;
  return { status: 200, body: { kind: 'APIGroupDiscoveryList', items: path === '/api' ? [core] : groups } };
}

function resource(kind: string, plural: string, scope: 'Namespaced' | 'Cluster'): object {
  const verbs = ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'];
  return { resource: plural, responseKind: { group: '', version: 'v1', kind }, scope, verbs };
}

function group(name: string, version: string, resources: readonly object[]): object {
  return { metadata: { name }, versions: [{ version, freshness: 'Current', resources }] };
}

const core = group('', 'v1', [
  resource('Namespace', 'namespaces', 'Cluster'),
  resource('ConfigMap', 'configmaps', 'Namespaced'),
  resource('Secret', 'secrets', 'Namespaced'),
  resource('ServiceAccount', 'serviceaccounts', 'Namespaced'),
]);

const groups = [
  group('apiextensions.k8s.io', 'v1', [resource('CustomResourceDefinition', 'customresourcedefinitions', 'Cluster')]),
  group('networking.k8s.io', 'v1', [resource('NetworkPolicy', 'networkpolicies', 'Namespaced')]),
];
