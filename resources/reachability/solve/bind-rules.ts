import type { AddressAtoms } from '../peers/address-atoms';
import { everyMember, joinAll, members, noMember, withoutSet, type Matched, type PeerSet } from '../peers/peer-set';
import type { PodIndex } from '../peers/pod-index';
import type { NamedPort, Peer, Policy, PolicyRule } from '../policy/policy';
import type { TrafficSet, TrafficSets } from '../traffic/traffic-sets';

/** What the API leaves to the network plugin of a cluster, as far as it is known. */
export interface NetworkProfile {
  /** Whether a block of addresses takes pods whose addresses lie in it (Cilium: never, unless told otherwise). */
  readonly blocksTakePods: 'never' | 'unknown';
  /**
   * Whether selectors take pods of other clusters too, which have addresses outside of this one: those of Cilium do in a
   * cluster of a ClusterMesh before 1.19, and from then on take pods of their own cluster alone.
   * @default - they take pods of this cluster alone
   */
  readonly selectorsTakeMesh?: boolean | undefined;
  /**
   * Patterns of the labels that make the identity of a pod, as Cilium's agent gets them by `--labels`; none for Cilium as
   * it comes. Selectors find no other label.
   * @default - selectors find every label, as with plugins that have no identities
   */
  readonly identityLabels?: readonly string[] | undefined;
}

/** A rule whose peers and ports are found. */
export interface BoundRule extends PeerSet {
  readonly action: PolicyRule['action'];
  readonly traffic: TrafficSet;
  /** Ports that the end which is called names itself. */
  readonly named: readonly NamedPort[];
  readonly policy: Policy;
  readonly rule: PolicyRule;
}

/** Where rules find whom and what they name. */
export interface Universe {
  readonly pods: PodIndex;
  readonly addresses: AddressAtoms;
  readonly sets: TrafficSets;
  readonly profile: NetworkProfile;
}

const nobody: Matched = { certain: noMember, possible: noMember };
const everybody: Matched = { certain: everyMember, possible: noMember };
const perhapsEverybody: Matched = { certain: noMember, possible: everyMember };

/** Finds the peers and ports of a rule. */
export function bindRule(policy: Policy, rule: PolicyRule, universe: Universe): BoundRule {
  const blocks = rule.peers.flatMap((one) => (one.kind === 'networks' ? one.blocks : []));
  const others = rule.peers.filter(({ kind }) => kind !== 'networks');
  // Only together may blocks be all addresses.
  const together: readonly Peer[] = blocks.length === 0 ? others : [...others, { kind: 'networks', blocks }];
  const peers = together.map((one) => peerSetOf(one, policy, universe));
  return {
    action: rule.action,
    pods: joined(peers.map(({ pods }) => pods)),
    outside: joined(peers.map(({ outside }) => outside)),
    traffic: universe.sets.of(rule.traffic.ranges),
    named: rule.traffic.named,
    policy,
    rule,
  };
}

function peerSetOf(peer: Peer, { resource }: Policy, { pods, addresses, profile }: Universe): PeerSet {
  switch (peer.kind) {
    case 'everybody':
      return { pods: everybody, outside: everybody };
    case 'nobody':
      return { pods: nobody, outside: nobody };
    case 'untold':
      return peer.of === 'nodes' ? { pods: pods.onNodes, outside: perhapsEverybody } : untoldPeers[peer.of];
    case 'world':
      return { pods: nobody, outside: { certain: members(addresses.ofFamilies(peer.families)), possible: noMember } };
    case 'cluster':
      return { pods: everybody, outside: nobody };
    case 'pods': {
      const inMesh = profile.selectorsTakeMesh === true ? perhapsEverybody : nobody;
      return { pods: pods.select(peer, resource.namespace), outside: inMesh };
    }
    case 'networks': {
      const inside = new Set(peer.blocks.flatMap((one) => addresses.within(one)));
      // Of pods nobody knows the addresses, but that they are some: blocks that are all addresses take every pod.
      const onPods = inside.size === addresses.atoms.length ? everybody : perhapsEverybody;
      return { pods: onPods, outside: { certain: members(inside), possible: noMember } };
    }
    case 'block': {
      const except = new Set(peer.except.flatMap((one) => addresses.within(one)));
      const inside = addresses.within(peer.block).filter((one) => !except.has(one));
      const onPods = profile.blocksTakePods === 'never' ? nobody : perhapsEverybody;
      return { pods: onPods, outside: { certain: members(inside), possible: noMember } };
    }
  }
}

/** Who may be meant by what files don't tell; nodes, whose addresses nobody knows either, are found among the pods. */
const untoldPeers: Readonly<Record<'outside' | 'pods', PeerSet>> = {
  outside: { pods: nobody, outside: perhapsEverybody },
  pods: { pods: perhapsEverybody, outside: nobody },
};

function joined(sets: readonly Matched[]): Matched {
  const certain = joinAll(sets.map((one) => one.certain));
  return { certain, possible: withoutSet(joinAll(sets.map((one) => one.possible)), certain) };
}
