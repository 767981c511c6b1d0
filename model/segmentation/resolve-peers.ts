import type { Model } from '../model';
import { labels, platformNamespaceName } from '../naming';
import type { DualBlock } from '../site/site';
import type { Namespace } from '../tenancy/namespace';
import type { System } from '../tenancy/system';
import type { Tenant } from '../tenancy/tenant';
import type { Flow, FlowEnd } from './flow';
import { findPeerIndex, type PeerIndex } from './peer-index';
import type { NamespacePeers, Peer, PeerRule } from './peer-rule';
import { findZone, type ZoneName } from './zone';

/** The highest level whose systems may reach the Internet. */
const INTERNET_LEVEL_MAX = 3;

/** Blocks that are no Internet (RFC 6890, RFC 4193, RFC 4291): a way to the Internet never is a way to these. */
export const notInternet = {
  ipv4: ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
  ipv6: ['fc00::/7', 'fe80::/10'],
} as const;

/** Where a flow is seen from: one namespace, and whether the other end is where the flow goes to. */
interface Viewpoint {
  readonly index: PeerIndex;
  readonly namespace: Namespace;
  readonly direction: 'ingress' | 'egress';
}

/**
 * Who may reach a namespace and whom it may reach, from the flows that touch its zone. Neutral: each engine renders
 * it. A flow whose other end stands nowhere gives no rule, because a rule without peers would allow all of them.
 */
export function resolvePeers(model: Model, namespace: Namespace): NamespacePeers {
  const index = findPeerIndex(model);
  const { incoming, outgoing } = index.flowsOf(namespace.system, namespace.zone);
  return {
    ingress: incoming.flatMap((flow) => resolveRule(flow, flow.from, { index, namespace, direction: 'ingress' })),
    egress: outgoing.flatMap((flow) => resolveRule(flow, flow.to, { index, namespace, direction: 'egress' })),
  };
}

function resolveRule(flow: Flow, end: FlowEnd, view: Viewpoint): readonly PeerRule[] {
  const [first, ...rest] = resolveEnd(end, view);
  return first === undefined ? [] : [{ flow: flow.id, peers: [first, ...rest], ports: flow.ports }];
}

function resolveEnd(end: FlowEnd, view: Viewpoint): readonly Peer[] {
  switch (end.kind) {
    case 'zone':
      return findZone(end.zone).hosting === 'namespace'
        ? resolveNamespaceZone(end.system, end.zone, view)
        : resolveNetworkZone(end.system, end.zone, view);
    case 'platform':
      return [platformPeer(end.service)];
    case 'external':
      return end.cidrs.map((cidr) => block(cidr));
    case 'name':
      return view.direction === 'egress' ? [{ kind: 'name', fqdn: end.fqdn }] : [];
    case 'internet':
      return resolveInternet(view);
  }
}

/**
 * A zone of namespaces. In the same cluster: its labels with the site, since Cilium up to 1.18 matches selectors in
 * every cluster of the mesh. Anywhere else: the DMZ block of that site, through which sites and clusters meet.
 */
function resolveNamespaceZone(systemId: string, zone: ZoneName, { index, namespace }: Viewpoint): readonly Peer[] {
  const system = index.systems.get(systemId);
  const placements = system?.placements ?? [];
  const peers = placements.flatMap((placement): readonly Peer[] => {
    if (placement.cluster === namespace.cluster)
      return [
        {
          kind: 'namespaces',
          labels: { [labels.system]: systemId, [labels.zone]: zone, [labels.site]: placement.site },
        },
      ];
    return systemId === namespace.system ? [] : blocks(index.zoneBlock(placement.site, 'dmz'));
  });
  return distinct(peers);
}

function resolveNetworkZone(systemId: string, zone: ZoneName, view: Viewpoint): readonly Peer[] {
  const { index, namespace } = view;
  if (zone === 'edge') return [platformPeer('gateway')];
  if (zone === 'wan') return index.networkCenters.flatMap((center) => blocks(index.zoneBlock(center.id, 'wan')));
  if (zone === 'device-management') return blocks(index.zoneBlock(namespace.site, zone));
  const system = index.systems.get(systemId);
  return system === undefined ? [] : resolveOfficeZone(system, zone, view);
}

/**
 * The offices of those who work in a system: a commune's access end for its own part; else the owner's block, with
 * the access ends of all communes that work in the system.
 */
function resolveOfficeZone(system: System, zone: ZoneName, { index, namespace }: Viewpoint): readonly Peer[] {
  if (namespace.communePart && namespace.system === system.id)
    return blocks(index.tenants.get(namespace.tenant)?.accessEnd);
  const owner = index.tenants.get(system.owner);
  const office = owner === undefined ? undefined : index.zoneBlock(officeSite(index, owner), zone);
  const communes = zone === 'internal' ? (index.accessEnds.get(system.id) ?? []) : [];
  return [office, ...communes].flatMap(blocks);
}

/** A province's own center of the party and state network; for everybody else the data center that hosts them. */
function officeSite(index: PeerIndex, owner: Tenant): string {
  const center = owner.kind === 'province' ? index.provincialCenters.get(owner.code) : undefined;
  return center?.id ?? owner.homeSite;
}

/** From the Internet only through the gateway; to it only at the levels that may, and to nothing that is ours. */
function resolveInternet({ index, namespace, direction }: Viewpoint): readonly Peer[] {
  if (direction === 'ingress') return [platformPeer('gateway')];
  if (namespace.level > INTERNET_LEVEL_MAX) return [];
  const { nodes4, pods4, services4, unicast6 } = index.nation.addresses;
  return [
    block('0.0.0.0/0', [...notInternet.ipv4, nodes4, pods4, services4]),
    block('::/0', [...notInternet.ipv6, unicast6]),
  ];
}

function platformPeer(service: string): Peer {
  return { kind: 'namespaces', labels: { 'kubernetes.io/metadata.name': platformNamespaceName(service) } };
}

function blocks(dual: DualBlock | undefined): readonly Peer[] {
  return dual === undefined ? [] : [block(dual.ipv4), block(dual.ipv6)];
}

function block(cidr: string, except: readonly string[] = []): Peer {
  return { kind: 'block', cidr, except: [...new Set(except)].toSorted() };
}

function distinct(peers: readonly Peer[]): readonly Peer[] {
  if (peers.length < 2) return peers;
  return [...new Map(peers.map((peer) => [JSON.stringify(peer), peer])).values()];
}
