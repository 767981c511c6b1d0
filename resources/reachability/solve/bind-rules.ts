import type { Cidr } from '../../../model/address/cidr';
import { everyMember, joinAll, members, noMember, withoutSet, type Matched, type PeerSet } from '../peers/peer-set';
import type { Outside } from '../peers/outside';
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
  /**
   * Blocks in which all nodes of the cluster have their addresses.
   * @default - not known: a node may have any address
   */
  readonly nodes?: readonly Cidr[];
  /**
   * Whether a block of addresses takes nodes of the cluster whose addresses lie in it, where these are known (Cilium:
   * only with `nodes` in `policy-cidr-match-mode`).
   * @default true
   */
  readonly blocksTakeNodes?: boolean;
  /**
   * To which addresses host names lead: to any outside, so that each may be meant, or to such as nobody asks about, so
   * that a name is an end of its own.
   * @default 'anywhere'
   */
  readonly names?: 'anywhere' | 'apart';
  /**
   * What becomes of traffic of which no policy says anything (Cilium: `closed` with `enable-policy` on `always`).
   * @default 'open'
   */
  readonly withoutPolicy?: 'open' | 'closed';
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
  readonly outside: Outside;
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

function peerSetOf(peer: Peer, { resource }: Policy, universe: Universe): PeerSet {
  const { pods, outside, profile } = universe;
  switch (peer.kind) {
    case 'everybody':
      return { pods: everybody, outside: everybody };
    case 'nobody':
      return { pods: nobody, outside: nobody };
    case 'untold':
      return peer.of === 'nodes'
        ? { pods: pods.onNodes, outside: perhapsNodes(universe) }
        : { ...untoldPeers[peer.of] };
    case 'names':
      return { pods: nobody, outside: byNames(peer.names, universe) };
    case 'world': {
      const nodes = new Set(nodeRuns(universe));
      const runs = outside.addresses.ofFamilies(peer.families).filter((one) => !nodes.has(one));
      const names = outside.names.map((one) => outside.numberOfName(one));
      // A name may lead to addresses of either family.
      const isWhole = peer.families.length > 1;
      return {
        pods: nobody,
        outside: isWhole ? surely([...runs, ...names]) : { ...surely(runs), possible: members(names) },
      };
    }
    case 'cluster':
      return { pods: everybody, outside: nobody };
    case 'pods': {
      const inMesh = profile.selectorsTakeMesh === true ? perhapsEverybody : nobody;
      return { pods: pods.select(peer, resource.namespace), outside: inMesh };
    }
    case 'networks': {
      const inside = new Set(peer.blocks.flatMap((one) => outside.addresses.within(one)));
      // Of pods nobody knows the addresses, but that they are some: blocks that are all addresses take every pod.
      const onPods = inside.size === outside.runs ? everybody : perhapsEverybody;
      return { pods: onPods, outside: inBlocks(inside, universe) };
    }
    case 'block': {
      const except = new Set(peer.except.flatMap((one) => outside.addresses.within(one)));
      const inside = outside.addresses.within(peer.block).filter((one) => !except.has(one));
      const onPods = profile.blocksTakePods === 'never' ? nobody : perhapsEverybody;
      return { pods: onPods, outside: inBlocks(new Set(inside), universe) };
    }
  }
}

function surely(certain: Iterable<number>): Matched {
  return { certain: members(certain), possible: noMember };
}

/** Some runs of addresses: a name may lead into them unless they are all, and nodes in them are taken only where the plugin does. */
function inBlocks(runs: ReadonlySet<number>, { outside, profile, ...universe }: Universe): Matched {
  const names = outside.names.map((one) => outside.numberOfName(one));
  const isWhole = runs.size === outside.runs;
  const nodes = new Set(profile.blocksTakeNodes === false ? nodeRuns({ ...universe, outside, profile }) : []);
  return {
    certain: members([...[...runs].filter((one) => !nodes.has(one)), ...(isWhole ? names : [])]),
    possible: members(isWhole || runs.size === 0 || profile.names === 'apart' ? [] : names),
  };
}

function byNames(names: readonly string[], { outside, profile }: Universe): Matched {
  const certain = members(names.map((one) => outside.numberOfName(one)));
  return { certain, possible: profile.names === 'apart' ? noMember : everyMember };
}

/** Runs of addresses that the nodes of the cluster have; none where nobody knows them. */
function nodeRuns({ outside, profile }: Universe): readonly number[] {
  return (profile.nodes ?? []).flatMap((one) => outside.addresses.within(one));
}

function perhapsNodes(universe: Universe): Matched {
  if (universe.profile.nodes === undefined) return perhapsEverybody;
  return { certain: noMember, possible: members(nodeRuns(universe)) };
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
