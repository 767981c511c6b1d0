import type { Model } from '../model';
import { platformNamespaceName } from '../naming';
import { podsOf, type DeclaredEnd, type DeclaredPath } from '../segmentation/declared-path';
import type { FlowPort } from '../segmentation/zone-flow';
import type { Cluster } from '../site/cluster';
import type { Namespace } from '../tenancy/namespace';
import { API_SERVER_PORT, apiServerPorts } from './api-server';
import { dnsServers } from './dns-servers';
import { platformDestinations } from './platform-destination';
import { platformNamespacesOf, type PlatformNamespaceRow } from './platform-namespaces';
import type { PlatformCalled } from './platform-service';

/** What the paths of the platform are declared for. */
export interface PlatformPathsInput {
  readonly model: Model;
  readonly cluster: Cluster;
  /** The namespaces of tenants in the cluster. */
  readonly tenants: readonly Namespace[];
}

const NODES: DeclaredEnd = { kind: 'nodes' };

/**
 * What the platform of a cluster needs: names and metrics for every namespace, and for each service its own pods, the API
 * server, its webhooks, whom it calls, and who calls it from outside. Tenants call a service by the flows that they declare.
 */
export function platformPaths(input: PlatformPathsInput): readonly DeclaredPath[] {
  const { model, cluster, tenants } = input;
  const rows = platformNamespacesOf(model, cluster);
  const everybody = [...rows, ...tenants].map(({ name }) => name);
  return [
    ...everybody.map((name) => path('dns', { from: podsOf(name), to: dnsEnd, ports: dnsServers.ports })),
    path('dns', { from: NODES, to: dnsEnd, ports: dnsServers.ports }),
    path('dns', { from: dnsEnd, to: NODES, ports: apiServerPorts }),
    ...[model.nation.addresses.nodes4, model.nation.addresses.unicast6].map((cidr) =>
      path('dns', { from: dnsEnd, to: { kind: 'block', cidr, except: [] }, ports: dnsServers.ports }),
    ),
    ...rows.flatMap((row) => ownPaths(row)),
    ...rows.flatMap((row) => calledPaths(row, { ...input, everybody })),
    ...rows.flatMap((row) => outsidePaths(row, input)),
    ...platformDestinations(model, cluster).flatMap(({ service, names, port }) =>
      names.map((fqdn) =>
        path(service, {
          from: podsOf(platformNamespaceName(service)),
          to: { kind: 'name', fqdn },
          ports: tcp([port]),
        }),
      ),
    ),
  ];
}

const dnsEnd: DeclaredEnd = { kind: 'pods', namespace: dnsServers.namespace, labels: dnsServers.labels };

function path(service: string, declared: Omit<DeclaredPath, 'wantedBy'>): DeclaredPath {
  return { ...declared, wantedBy: `platform/${service}` };
}

function ownPaths({ name, service: { service, webhookPorts } }: PlatformNamespaceRow): readonly DeclaredPath[] {
  const own = podsOf(name);
  const webhooks = webhookPorts.length === 0 ? [] : [path(service, { from: NODES, to: own, ports: tcp(webhookPorts) })];
  return [
    path(service, { from: own, to: own, ports: 'all' }),
    path(service, { from: own, to: NODES, ports: tcp([API_SERVER_PORT]) }),
    ...webhooks,
  ];
}

interface Around extends PlatformPathsInput {
  readonly everybody: readonly string[];
}

function calledPaths(
  { name, service: { service, calls } }: PlatformNamespaceRow,
  around: Around,
): readonly DeclaredPath[] {
  return calls.flatMap(({ of, ports }) =>
    calledEnds(of, around).map((to) => path(service, { from: podsOf(name), to, ports: tcp(ports) })),
  );
}

function calledEnds(called: PlatformCalled, { tenants, everybody }: Around): readonly DeclaredEnd[] {
  switch (called.kind) {
    case 'nodes':
      return [NODES];
    case 'everybody':
      return everybody.map(podsOf);
    case 'databases':
      // Which instances there are, the databases themselves say.
      return [];
    case 'zone':
      return tenants.filter(({ zone }) => zone === called.zone).map((one) => podsOf(one.name));
  }
}

/** Who calls from outside: everybody where the cluster serves the Internet, else the nation's own networks (level 5). */
function outsidePaths(
  { name, service: { service, callers, ports } }: PlatformNamespaceRow,
  { model, cluster }: PlatformPathsInput,
): readonly DeclaredPath[] {
  if (callers !== 'outside') return [];
  const { nodes4, unicast6 } = model.nation.addresses;
  const cidrs = cluster.role === 'shared' ? ['0.0.0.0/0', '::/0'] : [nodes4, unicast6];
  return cidrs.map((cidr) =>
    path(service, { from: { kind: 'block', cidr, except: [] }, to: podsOf(name), ports: tcp(ports) }),
  );
}

function tcp(ports: readonly number[]): readonly FlowPort[] {
  return ports.map((port) => ({ port, protocol: 'TCP' }));
}
