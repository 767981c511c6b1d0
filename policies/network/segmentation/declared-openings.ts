import { NAMESPACE_NAME_LABEL, platformNamespaceName } from '../../../model/naming';
import { dnsServers } from '../../../model/platform/dns-servers';
import type { NamespacePeers, Peer, PeerRule } from '../../../model/segmentation/peer-rule';
import { METRICS, type FlowPort } from '../../../model/segmentation/zone-flow';
import type { Namespace } from '../../../model/tenancy/namespace';
import type { ModelView } from '../../../resources/view/model-view';
import type { Direction } from '../../../resources/view/network-rule';
import { declaredPeers } from './declared-peers';
import { blockText, namespacesText, openingText, portText } from './opening';

const resolvers = namespacesText({ [NAMESPACE_NAME_LABEL]: dnsServers.namespace }, dnsServers.labels);

const monitoring = namespacesText({ [NAMESPACE_NAME_LABEL]: platformNamespaceName('monitoring') });

/** What every namespace has beyond flows: names from DNS, metrics to the monitoring. */
const platformOpenings = {
  ingress: [openingText(monitoring, portText(METRICS))],
  egress: dnsServers.ports.map((port) => openingText(resolvers, portText(port))),
} as const;

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
  for (const rule of peers[direction]) for (const { text } of peerOpenings(rule)) openings.add(text);
  return openings;
}

/** A declared peer and one of its ports. */
export interface DeclaredOpening {
  readonly peer: Peer;
  readonly port: FlowPort;
  /** Both, in the words in which rules of policies are compared with them. */
  readonly text: string;
}

const ofRules = new WeakMap<PeerRule, readonly DeclaredOpening[]>();

/** Every peer and port of a declared flow, peer by peer; told once for each rule. */
export function peerOpenings(rule: PeerRule): readonly DeclaredOpening[] {
  const found = ofRules.get(rule) ?? rule.peers.flatMap((peer) => openingsOf(peer, rule.ports));
  ofRules.set(rule, found);
  return found;
}

function openingsOf(peer: Peer, ports: readonly FlowPort[]): readonly DeclaredOpening[] {
  const text = peerText(peer);
  return ports.map((port) => ({ peer, port, text: openingText(text, portText(port)) }));
}

function peerText(peer: Peer): string {
  switch (peer.kind) {
    case 'namespaces':
      return namespacesText(peer.labels);
    case 'block':
      return blockText(peer.cidr, peer.except);
    case 'name':
      return peer.fqdn;
  }
}
