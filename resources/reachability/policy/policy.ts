import type { Cidr } from '../../../model/address/cidr';
import type { IpFamily } from '../../../model/address/ip';
import type { JsonObject, Resource } from '../../resource';
import { allTraffic, type PortRange, type Protocol } from '../traffic/traffic';

/** A direction of traffic as the subject of a policy sees it. */
export type Direction = 'ingress' | 'egress';

/** Both directions. */
export const directions = ['ingress', 'egress'] as const satisfies readonly Direction[];

/**
 * The order in which policies are asked (ClusterNetworkPolicy v1alpha2, `spec.tier`): administrators first, then
 * namespaces with their NetworkPolicies and those of Cilium, then what administrators say where no namespace did.
 */
export type Tier = 'admin' | 'namespace' | 'baseline';

/** A label selector, as the API writes it; an empty one takes everything. */
export type Selector = JsonObject;

/** Pods of a cluster, by the labels of their namespace and their own. */
export interface PodSelection {
  readonly kind: 'pods';
  /** Namespaces by their labels; `own` is that of the policy. */
  readonly namespaces: Selector | 'own';
  /** Pods by their labels. */
  readonly pods: Selector;
  /** Whether pods with the addresses of their nodes may be among them: an API leaves it open, or says that they aren't. */
  readonly onNodes: 'perhaps' | 'never';
}

/** Whom a rule names. */
export type Peer =
  | PodSelection
  /** Everybody: pods, nodes and all that is outside. */
  | { readonly kind: 'everybody' }
  /** Addresses. */
  | { readonly kind: 'block'; readonly block: Cidr; readonly except: readonly Cidr[] }
  /** Addresses, those of pods among them: what a ClusterNetworkPolicy says of networks it says of traffic in the cluster too. */
  | { readonly kind: 'networks'; readonly blocks: readonly Cidr[] }
  /** Addresses outside that host names lead to; a pattern stands for all names that it takes. */
  | { readonly kind: 'names'; readonly names: readonly string[] }
  /** Nobody: what is written names no one. */
  | { readonly kind: 'nobody' }
  /** What can't be told from files, such as groups of blocks; it may be anybody outside, any pod, or any node. */
  | { readonly kind: 'untold'; readonly why: string; readonly of: 'outside' | 'pods' | 'nodes' }
  /** All that is outside of the cluster, by its family of addresses. */
  | { readonly kind: 'world'; readonly families: readonly IpFamily[] }
  /** Every pod of the cluster. */
  | { readonly kind: 'cluster' };

/** A port that pods name themselves; without a protocol, of any. */
export interface NamedPort {
  readonly name: string;
  readonly protocol: Protocol | undefined;
}

/** What a rule speaks of. */
export interface RuleTraffic {
  readonly ranges: readonly PortRange[];
  readonly named: readonly NamedPort[];
}

/** All traffic. */
export const everyTraffic: RuleTraffic = { ranges: allTraffic, named: [] };

/** Anybody: what a part names that can't be read. */
export const anybody: readonly Peer[] = [{ kind: 'everybody' }];

/** No traffic that policies know. */
export const noTraffic: RuleTraffic = { ranges: [], named: [] };

/** One rule of a policy, in one direction. */
export interface PolicyRule {
  readonly action: 'accept' | 'deny' | 'pass';
  readonly peers: readonly Peer[];
  readonly traffic: RuleTraffic;
  /** Where it stands in its object: `spec.ingress[0]`. */
  readonly where: string;
}

/** A policy of any API, in the words that all of them share. */
export interface Policy {
  readonly resource: Resource;
  readonly tier: Tier;
  /** The lower, the earlier, among the policies of its tier; all NetworkPolicies have the same. */
  readonly priority: number;
  readonly subject: PodSelection;
  /** The rules of each direction that it governs, in their order; absent where it says nothing. */
  readonly rules: Readonly<Partial<Record<Direction, readonly PolicyRule[]>>>;
  /** Whether a subject is denied all that no rule accepts, in the directions that it governs. */
  readonly isolates: boolean;
  /**
   * Whether nobody can tell that it is in force. One that a server refuses isn't, but an older one of its name may be;
   * of objects with one name only one is. Then what can't be read in it stands here as the widest that it may mean.
   * @default - it is in force
   */
  readonly isDoubtful?: boolean | undefined;
}

/** All rules of a policy, of both directions. */
export function rulesOf({ rules }: Pick<Policy, 'rules'>): readonly PolicyRule[] {
  return directions.flatMap((direction) => rules[direction] ?? []);
}

/** Something that an API server would refuse, or that nobody can tell from files. */
export interface PolicyTrouble {
  readonly resource: Resource;
  readonly where: string;
  readonly got: string;
  readonly want: string;
}

/** A policy as it is read, and what is wrong with it. */
export interface ReadPolicy {
  /** None when it governs no pod; several where one object holds several. */
  readonly policies: readonly Policy[];
  readonly troubles: readonly PolicyTrouble[];
}
