import { NAMESPACE_NAME_LABEL } from '../../model/naming';
import type { FlowPort } from '../../model/segmentation/zone-flow';
import { textMapAt } from '../json-path';
import { selects, selectsAll, type Selection } from '../label-selector';
import type { Resource } from '../resource';
import { BlockTexts } from './block-texts';
import { directionsOf, rulesOf, selectsEveryPod, type Direction, type NetworkRule, type Peer } from './network-rule';
import type { ResourceIndex } from './resource-index';

/** A namespace and the direction that is asked about. */
export interface NetworkPlace {
  readonly cluster: string;
  readonly namespace: string;
  readonly direction: Direction;
}

/** Whether the pods of a namespace may talk with those of a peer on a port. */
export interface NetworkQuestion extends NetworkPlace {
  /** A namespace of the same cluster, or an address block outside it. */
  readonly peer: { readonly namespace: string } | { readonly cidr: string };
  readonly port: FlowPort;
}

/** The rules of one NetworkPolicy in each direction; none in a direction that it doesn't govern. */
export type PolicyRules = Readonly<Record<Direction, readonly NetworkRule[]>>;

/** `open`: no policy governs the direction for every pod; `unknown`: a rule could allow it, nobody can tell. */
export type NetworkAnswer = 'allowed' | 'denied' | 'open' | 'unknown';

/** Who may talk to whom by the NetworkPolicy objects of each namespace; labels match by exact equality. */
export class NetworkView {
  private readonly rules = new Map<Resource, PolicyRules>();
  private readonly labels = new Map<string, Map<string, ReadonlyMap<string, string>>>();
  private readonly blocks = new BlockTexts();

  public constructor(private readonly resources: ResourceIndex) {}

  /** The NetworkPolicy objects of a namespace. */
  public policiesOf(cluster: string, namespace: string): readonly Resource[] {
    return this.resources.inNamespace(cluster, namespace, 'NetworkPolicy');
  }

  /** The policy that denies a direction for every pod and opens nothing itself; undefined when there is none. */
  public tryDefaultDeny(place: NetworkPlace): Resource | undefined {
    return this.policiesOf(place.cluster, place.namespace).find(
      (policy) =>
        selectsEveryPod(policy) &&
        directionsOf(policy).includes(place.direction) &&
        this.rulesOfPolicy(policy)[place.direction].length === 0,
    );
  }

  /** Whether some policy governs the direction for every pod, so that only what rules allow may pass. */
  public isIsolated(place: NetworkPlace): boolean {
    return this.policiesOf(place.cluster, place.namespace).some(
      (policy) => selectsEveryPod(policy) && directionsOf(policy).includes(place.direction),
    );
  }

  /** Every rule of a namespace for a direction. */
  public rulesOf({ cluster, namespace, direction }: NetworkPlace): readonly NetworkRule[] {
    return this.policiesOf(cluster, namespace).flatMap((policy) => this.rulesOfPolicy(policy)[direction]);
  }

  /** The rules of one NetworkPolicy for the directions that it governs; read once. */
  public rulesOfPolicy(policy: Resource): PolicyRules {
    const found = this.rules.get(policy) ?? {
      ingress: rulesOf(policy, 'ingress'),
      egress: rulesOf(policy, 'egress'),
    };
    this.rules.set(policy, found);
    return found;
  }

  /** Every address block that the rules of a namespace open, with its rule. */
  public blocksOf(
    place: NetworkPlace,
  ): readonly { readonly peer: Peer & { kind: 'block' }; readonly rule: NetworkRule }[] {
    return this.rulesOf(place).flatMap((rule) =>
      rule.peers === 'all' ? [] : rule.peers.flatMap((peer) => (peer.kind === 'block' ? [{ peer, rule }] : [])),
    );
  }

  /** The rules that let some pod of the namespace talk with some pod of the peer on the port. */
  public allowing(question: NetworkQuestion): readonly NetworkRule[] {
    return this.rulesOf(question).filter((rule) => this.matches(rule, question) === 'yes');
  }

  /** What the policies of the namespace answer; the other end's own policies aren't asked. */
  public answer(question: NetworkQuestion): NetworkAnswer {
    let isUnknown = false;
    for (const policy of this.policiesOf(question.cluster, question.namespace)) {
      for (const rule of this.rulesOfPolicy(policy)[question.direction]) {
        const match = this.matches(rule, question);
        if (match === 'yes') return 'allowed';
        if (match === 'unknown') isUnknown = true;
      }
    }
    if (!this.isIsolated(question)) return 'open';
    return isUnknown ? 'unknown' : 'denied';
  }

  /** The labels of a namespace as its object says, with the name label of Kubernetes. */
  public labelsOf(cluster: string, namespace: string): ReadonlyMap<string, string> {
    const ofCluster = this.labels.get(cluster) ?? new Map<string, ReadonlyMap<string, string>>();
    this.labels.set(cluster, ofCluster);
    const known = ofCluster.get(namespace);
    if (known !== undefined) return known;
    const found = this.resources.tryFind(`${cluster}/Namespace/-/${namespace}`);
    const labels = new Map([...textMapAt(found?.body, 'metadata', 'labels'), [NAMESPACE_NAME_LABEL, namespace]]);
    ofCluster.set(namespace, labels);
    return labels;
  }

  private matches(rule: NetworkRule, question: NetworkQuestion): Selection {
    const port = portAnswer(rule, question.port);
    if (port === 'no') return rule.unclear ? 'unknown' : 'no';
    if ('cidr' in question.peer && this.blocks.wholeBlocksOf(rule).has(question.peer.cidr)) return port;
    if (rule.peers === 'all') return port;
    let isUnknown = rule.unclear;
    for (const peer of rule.peers) {
      const answer = this.peerAnswer(peer, question);
      if (answer === 'yes') return port;
      if (answer === 'unknown') isUnknown = true;
    }
    return isUnknown ? 'unknown' : 'no';
  }

  private peerAnswer(peer: Peer, question: NetworkQuestion): Selection {
    if ('cidr' in question.peer) return peer.kind === 'block' ? this.blockAnswer(peer, question.peer.cidr) : 'no';
    if (peer.kind === 'block') return 'no';
    if (peer.namespaces === undefined) return question.peer.namespace === question.namespace ? 'yes' : 'no';
    if (selectsAll(peer.namespaces)) return 'yes';
    return selects(peer.namespaces, this.labelsOf(question.cluster, question.peer.namespace));
  }

  /** Whether a block holds another one whole; `unknown` where a text is no block or an exception cuts into it. */
  private blockAnswer(peer: Peer & { kind: 'block' }, asked: string): Selection {
    const [outer, inner] = [this.blocks.tryBlock(peer.cidr), this.blocks.tryBlock(asked)];
    if (outer === undefined || inner === undefined) return 'unknown';
    if (!outer.contains(inner)) return 'no';
    for (const text of peer.except) {
      const except = this.blocks.tryBlock(text);
      if (except === undefined) return 'unknown';
      if (except.contains(inner)) return 'no';
      if (except.overlaps(inner)) return 'unknown';
    }
    return 'yes';
  }
}

function portAnswer(rule: NetworkRule, { port, protocol }: FlowPort): Selection {
  if (rule.ports === 'all') return 'yes';
  let answer: Selection = 'no';
  for (const one of rule.ports) {
    if (one.protocol !== protocol) continue;
    if (one.kind === 'named') answer = 'unknown';
    else if (one.first <= port && port <= one.last) return 'yes';
  }
  return answer;
}
