import { labels } from '../../../model/naming';
import type { Peer } from '../../../model/segmentation/peer-rule';
import type { FlowPort } from '../../../model/segmentation/zone-flow';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import type { NetworkRule } from '../../../resources/view/network-rule';
import type { NetworkAnswer, NetworkPlace, NetworkView } from '../../../resources/view/network-view';
import { ciliumOpenings } from './cilium-openings';
import { openingText } from './declared-openings';
import { blockText, portText, tryPortText } from './opening';

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

type Block = Peer & { readonly kind: 'block' };

/** A block that is written as it was declared is open; a block with exceptions must be written so. */
function answerBlock(
  view: AssemblyView,
  place: NetworkPlace,
  { peer, port }: AskedPeer & { readonly peer: Block },
): NetworkAnswer {
  const written = openBlocks(view.network, place);
  if (written.has(openingText(blockText(peer.cidr, peer.except), portText(port)))) return 'allowed';
  if (peer.except.length === 0) return view.network.answer({ ...place, peer: { cidr: peer.cidr }, port });
  return view.network.isIsolated(place) ? 'denied' : 'open';
}

const known = new WeakMap<NetworkView, Map<string, ReadonlySet<string>>>();

/** Every block and port that the rules of a namespace open as they stand; read once for each place. */
function openBlocks(network: NetworkView, place: NetworkPlace): ReadonlySet<string> {
  const ofView = known.get(network) ?? new Map<string, ReadonlySet<string>>();
  known.set(network, ofView);
  const key = `${place.cluster}/${place.namespace}/${place.direction}`;
  const texts = ofView.get(key) ?? new Set(network.blocksOf(place).flatMap(({ peer, rule }) => textsOf(peer, rule)));
  ofView.set(key, texts);
  return texts;
}

function textsOf(peer: Block, { ports }: NetworkRule): readonly string[] {
  if (ports === 'all') return [];
  const text = blockText(peer.cidr, peer.except);
  return ports.flatMap((range) => {
    const port = tryPortText(range);
    return port === undefined ? [] : [openingText(text, port)];
  });
}

function answerName(view: AssemblyView, { cluster, namespace }: NetworkPlace, opening: string): NetworkAnswer {
  const policies = view.resources.inNamespace(cluster, namespace, 'CiliumNetworkPolicy');
  return policies.some((one) =>
    ciliumOpenings(one).some(({ direction, openings }) => direction === 'egress' && openings.includes(opening)),
  )
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
    .namespacesIn({ system: wanted[labels.system] ?? '', zone: wanted[labels.zone] ?? '', cluster })
    .map((one) => one.name);
}
