import { labels } from '../../../model/naming';
import type { Peer } from '../../../model/segmentation/peer-rule';
import type { FlowPort } from '../../../model/segmentation/zone-flow';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import type { NetworkAnswer, NetworkPlace } from '../../../resources/view/network-view';
import { ciliumOpenings } from './cilium-openings';
import { openingText } from './declared-openings';
import { blockText, portText, tryPeerText } from './opening';

/**
 * What the policies of a namespace answer to a declared peer on a port. A peer by labels stands for each namespace of
 * the model that carries them in the same cluster, and counts as allowed when each of them is.
 */
export function answerPeer(view: AssemblyView, place: NetworkPlace, asked: AskedPeer): NetworkAnswer {
  const { peer, port } = asked;
  if (peer.kind === 'name') return answerName(view, place, openingText(peer.fqdn, portText(port)));
  if (peer.kind === 'block') return answerBlock(view, place, { peer, port });
  const names = namespacesOf(view, place.cluster, peer.labels);
  const answers = names.map((namespace) => view.network.answer({ ...place, peer: { namespace }, port }));
  return answers.find((one) => one !== 'allowed') ?? (answers.length === 0 ? 'unknown' : 'allowed');
}

/** A declared peer and one of its ports. */
export interface AskedPeer {
  readonly peer: Peer;
  readonly port: FlowPort;
}

/** A block with exceptions is looked for as it stands: no single question covers it. */
function answerBlock(
  view: AssemblyView,
  place: NetworkPlace,
  { peer, port }: AskedPeer & { readonly peer: Peer & { readonly kind: 'block' } },
): NetworkAnswer {
  if (peer.except.length === 0) return view.network.answer({ ...place, peer: { cidr: peer.cidr }, port });
  const text = blockText(peer.cidr, peer.except);
  const found = view.network
    .blocksOf(place)
    .some(({ peer: one, rule }) => tryPeerText(one) === text && (rule.ports === 'all' || opens(rule.ports, port)));
  if (found) return 'allowed';
  return view.network.isIsolated(place) ? 'denied' : 'open';
}

function opens(
  ports: readonly {
    readonly kind: string;
    readonly protocol: string;
    readonly first?: number;
    readonly last?: number;
  }[],
  { port, protocol }: FlowPort,
): boolean {
  return ports.some((one) => one.protocol === protocol && (one.first ?? 0) <= port && port <= (one.last ?? 0));
}

function answerName(view: AssemblyView, { cluster, namespace }: NetworkPlace, opening: string): NetworkAnswer {
  const policies = view.resources.inNamespace(cluster, namespace, 'CiliumNetworkPolicy');
  return policies.some((one) => ciliumOpenings(one).some(({ names }) => names.includes(opening)))
    ? 'allowed'
    : 'denied';
}

function namespacesOf(
  { model }: AssemblyView,
  cluster: string,
  wanted: Readonly<Record<string, string>>,
): readonly string[] {
  const name = wanted['kubernetes.io/metadata.name'];
  if (name !== undefined) return [name];
  return model
    .namespacesOf(wanted[labels.system] ?? '')
    .filter((one) => one.cluster === cluster && one.zone === wanted[labels.zone])
    .map((one) => one.name);
}
