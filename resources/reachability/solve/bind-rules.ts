import type { Cidr } from '../../../model/address/cidr';
import type { AddressAtoms } from '../peers/address-atoms';
import { everyMember, joinSets, members, noMember, withoutSet, type Matched, type PeerSet } from '../peers/peer-set';
import type { PodIndex } from '../peers/pod-index';
import type { NamedPort, Peer, Policy, PolicyRule } from '../policy/policy';
import type { TrafficSet, TrafficSets } from '../traffic/traffic-sets';

/** What the API leaves to the network plugin of a cluster, as far as it is known. */
export interface NetworkProfile {
  /** Whether a block of addresses takes pods whose addresses lie in it (Cilium: never, unless told otherwise). */
  readonly blocksTakePods: 'never' | 'unknown';
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
  const peers = rule.peers.map((one) => peerSetOf(one, policy, universe));
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
      return untoldPeers[peer.of];
    case 'world':
      return { pods: nobody, outside: { certain: members(addresses.ofFamilies(peer.families)), possible: noMember } };
    case 'cluster':
      return { pods: everybody, outside: nobody };
    case 'pods':
      return { pods: pods.select(peer, resource.namespace), outside: nobody };
    case 'networks':
      return {
        pods: networkPods(peer.blocks),
        outside: { certain: members(peer.blocks.flatMap((one) => addresses.within(one))), possible: noMember },
      };
    case 'block': {
      const except = new Set(peer.except.flatMap((one) => addresses.within(one)));
      const inside = addresses.within(peer.block).filter((one) => !except.has(one));
      const onPods = profile.blocksTakePods === 'never' ? nobody : perhapsEverybody;
      return { pods: onPods, outside: { certain: members(inside), possible: noMember } };
    }
  }
}

/** Nodes have addresses that nobody knows from files, and pods with the addresses of nodes are among the pods. */
const untoldPeers: Readonly<Record<'outside' | 'pods' | 'nodes', PeerSet>> = {
  outside: { pods: nobody, outside: perhapsEverybody },
  pods: { pods: perhapsEverybody, outside: nobody },
  nodes: { pods: nobody, outside: perhapsEverybody },
};

/** Of pods nobody knows the addresses, but that they are some: blocks that together are all addresses take every pod. */
function networkPods(blocks: readonly Cidr[]): Matched {
  const whole = new Set(blocks.flatMap(({ prefixLength, family }) => (prefixLength === 0 ? [family] : [])));
  return whole.size === FAMILIES ? everybody : perhapsEverybody;
}

const FAMILIES = 2;

function joined(sets: readonly Matched[]): Matched {
  const all = sets.reduce(
    (sum, one) => ({ certain: joinSets(sum.certain, one.certain), possible: joinSets(sum.possible, one.possible) }),
    nobody,
  );
  return { certain: all.certain, possible: withoutSet(all.possible, all.certain) };
}
