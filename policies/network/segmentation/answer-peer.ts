import { labels } from '../../../model/naming';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { selects } from '../../../resources/label-selector';
import type { NetworkAnswer, NetworkPlace, NetworkView } from '../../../resources/view/network-view';
import { ciliumOpenings } from './cilium-openings';
import type { DeclaredOpening } from './declared-openings';
import type { Labels } from './opening';
import { ruleOpenings } from './rule-openings';

/**
 * What the policies of a namespace answer to a declared peer on a port. A peer by labels stands for each namespace of
 * the model that carries them in the same cluster, and counts as allowed when each of them is.
 */
export function answerPeer(view: AssemblyView, place: NetworkPlace, declared: DeclaredOpening): NetworkAnswer {
  const { peer } = declared;
  switch (peer.kind) {
    case 'name':
      return answerName(view, place, declared.text);
    case 'block':
      return answerBlock(view, place, { ...declared, peer });
    case 'namespaces':
      return answerNamespaces(view, place, { ...declared, peer });
  }
}

type Declared<K> = DeclaredOpening & { readonly peer: DeclaredOpening['peer'] & { readonly kind: K } };

/** A block that is written as it was declared is open; a block with exceptions must be written so. */
function answerBlock({ network }: AssemblyView, place: NetworkPlace, declared: Declared<'block'>): NetworkAnswer {
  const { peer, port, text } = declared;
  if (writtenOpenings(network, place).has(text)) return 'allowed';
  if (peer.except.length === 0) return network.answer({ ...place, peer: { cidr: peer.cidr }, port });
  return network.isIsolated(place) ? 'denied' : 'open';
}

/** Labels that are written as they were declared open every namespace that carries them. */
function answerNamespaces(view: AssemblyView, place: NetworkPlace, declared: Declared<'namespaces'>): NetworkAnswer {
  const { peer, port, text } = declared;
  const { names, carryLabels } = findLabelled(view, place.cluster, { wanted: peer.labels, text });
  if (names.length === 0) return 'unknown';
  if (carryLabels && writtenOpenings(view.network, place).has(text)) return 'allowed';
  const answers = names.map((namespace) => view.network.answer({ ...place, peer: { namespace }, port }));
  return answers.find((one) => one !== 'allowed') ?? 'allowed';
}

interface Labelled {
  readonly names: readonly string[];
  /** Whether the objects of all these namespaces carry the labels that the model gives them. */
  readonly carryLabels: boolean;
}

const labelled = new WeakMap<AssemblyView, Map<string, Labelled>>();

/** The namespaces of the model that should carry labels in a cluster; looked up once, as thousands ask for the same. */
function findLabelled(
  view: AssemblyView,
  cluster: string,
  { wanted, text }: { readonly wanted: Labels; readonly text: string },
): Labelled {
  const ofView = labelled.get(view) ?? new Map<string, Labelled>();
  labelled.set(view, ofView);
  const key = `${cluster} ${text}`;
  const known = ofView.get(key);
  if (known !== undefined) return known;
  const names = namespacesOf(view, cluster, wanted);
  const carries = (name: string): boolean =>
    selects({ matchLabels: wanted }, view.network.labelsOf(cluster, name)) === 'yes';
  const found = { names, carryLabels: names.every(carries) };
  ofView.set(key, found);
  return found;
}

const written = new WeakMap<NetworkView, Map<string, ReadonlySet<string>>>();

/** Every peer and port that the rules of a namespace open as they stand; read once for each place. */
function writtenOpenings(network: NetworkView, place: NetworkPlace): ReadonlySet<string> {
  const ofView = written.get(network) ?? new Map<string, ReadonlySet<string>>();
  written.set(network, ofView);
  const key = `${place.cluster}/${place.namespace}/${place.direction}`;
  const texts = ofView.get(key) ?? new Set(network.rulesOf(place).flatMap((rule) => ruleOpenings(rule).texts));
  ofView.set(key, texts);
  return texts;
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
