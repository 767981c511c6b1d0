import { compareCidrs, type Cidr } from '../../../model/address/cidr';
import type { IpFamily } from '../../../model/address/ip';
import { rulesOf, type Direction, type NamedPort, type Peer, type Policy, type PolicyRule } from '../policy/policy';
import { listMembers, type Matched } from '../peers/peer-set';
import type { NamedContainerPort } from '../peers/workload';
import { isNamed } from '../solve/end-maps';
import { blocksOf, type Reachability } from '../solve/reachability';
import type { Identities } from './identities';
import { numberedKeys, prefixesOf } from './port-prefixes';

/** Entries of a policy map in one direction: by key of traffic, the numbers of the peers. */
export type MapEntries = ReadonlyMap<string, ReadonlySet<number>>;

/** The entry that is about every peer. */
export const ANY_PEER = -1;

/** Entries for peers of which files tell nothing: one for each kind. */
const UNTOLD = { nodes: -2, outside: -3, pods: -4 } as const;

/** What is outside and in no block that a policy names, by its family. */
const WORLD: Readonly<Record<IpFamily, number>> = { 4: -5, 6: -6 };

/** Numbers of peers. */
type Numbers = ReadonlySet<number> | readonly number[];

/** Predicts the entries that one rule takes in the policy map of an endpoint that it governs. */
export class RuleEntries {
  private readonly blocks: readonly Cidr[];
  private readonly known = new Map<PolicyRule, ReadonlySet<number>>();
  private readonly taken = new Map<Matched, ReadonlySet<number>>();
  private readonly workloadsOf = new Map<number, number[]>();
  private everyPort: readonly NamedContainerPort[] | undefined;

  public constructor(
    private readonly reachability: Reachability,
    private readonly identities: Identities,
  ) {
    const written = reachability.policies.flatMap(rulesOf).flatMap(({ peers }) => peers.flatMap(blocksOf));
    const distinct = new Map(written.map((block) => [block.toString(), block]));
    this.blocks = [...distinct.values()].toSorted(compareCidrs);
    for (const [workload, numbers] of identities.of.entries()) {
      for (const identity of numbers) {
        const list = this.workloadsOf.get(identity);
        if (list === undefined) this.workloadsOf.set(identity, [workload]);
        else list.push(workload);
      }
    }
  }

  /** Adds the entries of a rule; an end that is called gives its ports these names. */
  public addTo(
    entries: Map<string, Set<number>>,
    { policy, rule }: { readonly policy: Policy; readonly rule: PolicyRule },
    { direction, names }: { readonly direction: Direction; readonly names: readonly NamedContainerPort[] },
  ): void {
    const peers = this.peersOf(policy, rule);
    const add = (key: string, numbers: Iterable<number>): void => {
      const set = entries.get(key);
      if (set === undefined) entries.set(key, new Set(numbers));
      else for (const one of numbers) set.add(one);
    };
    for (const key of numberedKeys(rule.traffic)) add(key, peers);
    const { named } = rule.traffic;
    if (named.length === 0) return;
    if (direction === 'ingress') for (const key of namedKeys(named, names)) add(key, peers);
    else for (const peer of peers) for (const key of namedKeys(named, this.portsOf(peer))) add(key, [peer]);
  }

  private peersOf(policy: Policy, rule: PolicyRule): ReadonlySet<number> {
    const known = this.known.get(rule);
    if (known !== undefined) return known;
    const found = joined(rule.peers.map((peer) => this.numbersOf(peer, policy)));
    this.known.set(rule, found);
    return found;
  }

  private numbersOf(peer: Peer, { resource }: Policy): Numbers {
    switch (peer.kind) {
      case 'everybody':
        return [ANY_PEER];
      case 'nobody':
        return [];
      case 'cluster':
        return Array.from({ length: this.identities.count }, (_, number) => number);
      case 'names':
        return [UNTOLD.outside];
      case 'untold':
        return [UNTOLD[peer.of]];
      case 'world':
        return peer.families.flatMap((family) => [WORLD[family], ...this.blocksIn(family)]);
      case 'pods': {
        return this.identitiesOf(this.reachability.pods.select(peer, resource.namespace));
      }
      case 'networks':
        return peer.blocks.flatMap((block) => this.blocksWithin(block, []));
      case 'block':
        return this.blocksWithin(peer.block, peer.except);
    }
  }

  /** The identities of workloads; hundreds of rules take the same, often all tenants. */
  private identitiesOf(matched: Matched): ReadonlySet<number> {
    const known = this.taken.get(matched);
    if (known !== undefined) return known;
    const count = this.identities.of.length;
    const found = new Set<number>();
    for (const set of [matched.certain, matched.possible])
      for (const member of listMembers(set, count))
        for (const identity of this.identities.of[member] ?? []) found.add(identity);
    this.taken.set(matched, found);
    return found;
  }

  /** Numbers of the blocks that policies name inside of one; they follow those of the identities. */
  private blocksWithin(outer: Cidr, except: readonly Cidr[]): readonly number[] {
    const found: number[] = [];
    for (let index = this.firstFrom(outer); index < this.blocks.length; index++) {
      const block = this.blocks[index];
      if (block === undefined || !outer.contains(block.first)) break;
      if (outer.contains(block) && !except.some((one) => one.contains(block)))
        found.push(this.identities.count + index);
    }
    return found;
  }

  /** The first of the sorted blocks that doesn't begin before another one. */
  private firstFrom({ family, first }: Cidr): number {
    let [low, high] = [0, this.blocks.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const block = this.blocks[middle];
      const isBefore =
        block !== undefined && (block.family < family || (block.family === family && block.first.value < first.value));
      if (isBefore) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private blocksIn(family: IpFamily): readonly number[] {
    return this.blocks.flatMap((block, index) => (block.family === family ? [this.identities.count + index] : []));
  }

  /** The ports that a peer names; every peer is anybody. */
  private portsOf(peer: number): readonly NamedContainerPort[] {
    const { workloads } = this.reachability;
    if (peer === ANY_PEER) return (this.everyPort ??= workloads.flatMap(({ ports }) => ports));
    return (this.workloadsOf.get(peer) ?? []).flatMap((member) => workloads[member]?.ports ?? []);
  }
}

function namedKeys(named: readonly NamedPort[], ports: readonly NamedContainerPort[]): ReadonlySet<string> {
  const found = ports.filter((port) => named.some((name) => isNamed(name, port)));
  return new Set(found.flatMap(({ protocol, port }) => prefixesOf({ protocol, first: port, last: port })));
}

/** All of these numbers; those of one alone are not copied. */
function joined(lists: readonly Numbers[]): ReadonlySet<number> {
  const [first] = lists;
  if (lists.length === 1 && first instanceof Set) return first;
  const found = new Set<number>();
  for (const list of lists) for (const one of list) found.add(one);
  return found;
}
