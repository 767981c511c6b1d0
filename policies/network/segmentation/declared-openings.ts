import { platformNamespaceName } from '../../../model/naming';
import type { NamespacePeers, Peer } from '../../../model/segmentation/peer-rule';
import { METRICS } from '../../../model/segmentation/zone-flow';
import type { Namespace } from '../../../model/tenancy/namespace';
import type { ModelView } from '../../../resources/view/model-view';
import type { Direction } from '../../../resources/view/network-rule';
import { declaredPeers } from './declared-peers';
import { blockText, namespacesText, portText } from './opening';

/** Ports on which names are asked for (RFC 1035: UDP, and TCP for long answers). */
export const dnsPorts = [
  { port: 53, protocol: 'UDP' },
  { port: 53, protocol: 'TCP' },
] as const;

const NAME_LABEL = 'kubernetes.io/metadata.name';

const dnsServers = namespacesText({ [NAME_LABEL]: platformNamespaceName('dns') }, { 'k8s-app': 'kube-dns' });

const monitoring = namespacesText({ [NAME_LABEL]: platformNamespaceName('monitoring') });

/** What every namespace has beyond flows: names from DNS, metrics to the monitoring. */
const platformOpenings = {
  ingress: [openingText(monitoring, portText(METRICS))],
  egress: dnsPorts.map((port) => openingText(dnsServers, portText(port))),
} as const;

/** A peer and one of its ports as text: equal texts mean equal openings. */
export function openingText(peer: string, port: string): string {
  return `${peer} on ${port}`;
}

type Openings = Readonly<Record<Direction, ReadonlySet<string>>>;

const known = new WeakMap<NamespacePeers, Openings>();

/** Everything that the policies of a namespace may open in a direction, each peer and port on its own. */
export function declaredOpenings(model: ModelView, namespace: Namespace, direction: Direction): ReadonlySet<string> {
  const peers = declaredPeers(model, namespace);
  const openings = known.get(peers) ?? { ingress: textsOf(peers, 'ingress'), egress: textsOf(peers, 'egress') };
  known.set(peers, openings);
  return openings[direction];
}

function textsOf(peers: NamespacePeers, direction: Direction): ReadonlySet<string> {
  const openings = new Set<string>(platformOpenings[direction]);
  for (const rule of peers[direction]) {
    const ports = rule.ports.map(portText);
    for (const peer of rule.peers) {
      const text = peerText(peer);
      for (const port of ports) openings.add(openingText(text, port));
    }
  }
  return openings;
}

/** A declared peer as text, in the words in which rules of policies are compared with it. */
export function peerText(peer: Peer): string {
  switch (peer.kind) {
    case 'namespaces':
      return namespacesText(peer.labels);
    case 'block':
      return blockText(peer.cidr, peer.except);
    case 'name':
      return peer.fqdn;
  }
}
