import { isObject, numberAt, textAt, valueAt } from '../../json-path';
import type { JsonValue, Resource } from '../../resource';
import {
  anybody,
  directions,
  everyTraffic,
  noTraffic,
  type Direction,
  type Peer,
  type PodSelection,
  type Policy,
  type PolicyRule,
  type ReadPolicy,
  type RuleTraffic,
  type Selector,
} from './policy';
import { readClusterTraffic, type Known } from './read-cluster-ports';
import { readCidr, readList, readRuleList, refuseLong, refuseUnknown } from './read-parts';
import { readLabelSelector } from './read-selector';
import { NOT_IN_FORCE, Troubles } from './troubles';

const PRIORITY_MAX = 1000;

/** Before every policy whose priority can be read: whatever may come first is asked first where nobody can tell. */
const PRIORITY_UNTOLD = -1;

/** How one kind and version of the API writes what all of them say. */
interface Dialect {
  /** How each action is written. */
  readonly actions: Readonly<Record<string, PolicyRule['action']>>;
  /** The member that says which traffic a rule is about. */
  readonly ports: 'protocols' | 'ports';
  /** The longest list of rules, peers and ports that a server takes; lists of networks and names have at most 25 entries. */
  readonly listMax: number;
  /** Members of its spec. */
  readonly fields: readonly string[];
}

/** The longest list of addresses or names of a peer. */
const NETWORKS_MAX = 25;

const RULES = ['subject', 'ingress', 'egress'];

const clusterPolicy: Dialect = {
  actions: { Accept: 'accept', Deny: 'deny', Pass: 'pass' },
  ports: 'protocols',
  listMax: 25,
  fields: ['tier', 'priority', ...RULES],
};

const adminPolicy: Dialect = {
  actions: { Allow: 'accept', Deny: 'deny', Pass: 'pass' },
  ports: 'ports',
  listMax: 100,
  fields: ['priority', ...RULES],
};

/** There is nothing after the last tier to pass to. */
const baselinePolicy: Dialect = { ...adminPolicy, actions: { Allow: 'accept', Deny: 'deny' }, fields: RULES };

type ClusterTier = Exclude<Policy['tier'], 'namespace'>;

/**
 * Reads a ClusterNetworkPolicy of policy.networking.k8s.io/v1alpha2. One that a server refuses is read as the widest that
 * it may mean, in every tier in which it may stand, and nobody can tell whether it is in force.
 */
export function readClusterNetworkPolicy(resource: Resource): ReadPolicy {
  const troubles = new Troubles(resource, NOT_IN_FORCE);
  const tier = valueAt(resource.body, 'spec', 'tier');
  const known = tier === 'Admin' ? 'admin' : tier === 'Baseline' ? 'baseline' : undefined;
  if (known === undefined) troubles.add('spec.tier', tier, 'Admin or Baseline');
  const tiers: readonly ClusterTier[] = known === undefined ? ['admin', 'baseline'] : [known];
  const priority = readPriority(resource.body, troubles);
  return readTiered(resource, { dialect: clusterPolicy, troubles, tiers, priority });
}

/** Reads an AdminNetworkPolicy of policy.networking.k8s.io/v1alpha1, which v1alpha2 replaced. */
export function readAdminNetworkPolicy(resource: Resource): ReadPolicy {
  const troubles = new Troubles(resource, NOT_IN_FORCE);
  const priority = readPriority(resource.body, troubles);
  return readTiered(resource, { dialect: adminPolicy, troubles, tiers: ['admin'], priority });
}

/** Reads the one BaselineAdminNetworkPolicy of policy.networking.k8s.io/v1alpha1, `default`; it has no priority. */
export function readBaselineAdminNetworkPolicy(resource: Resource): ReadPolicy {
  const troubles = new Troubles(resource, NOT_IN_FORCE);
  if (resource.name !== 'default') troubles.add('metadata.name', resource.name, 'default');
  return readTiered(resource, { dialect: baselinePolicy, troubles, tiers: ['baseline'], priority: 0 });
}

interface Placing {
  readonly dialect: Dialect;
  readonly troubles: Troubles;
  readonly tiers: readonly ClusterTier[];
  readonly priority: number;
}

function readTiered(resource: Resource, { dialect, troubles, tiers, priority }: Placing): ReadPolicy {
  const spec = valueAt(resource.body, 'spec');
  refuseUnknown(spec, { where: 'spec', known: dialect.fields, troubles });
  const subject = readPods(valueAt(spec, 'subject'), 'spec.subject', troubles) ?? everyPod;
  const rules = Object.fromEntries(
    directions.map((direction) => {
      const list = readRuleList(valueAt(spec, direction), `spec.${direction}`, troubles);
      refuseLong(list, { most: dialect.listMax, where: `spec.${direction}`, troubles });
      const where = (index: number): string => `spec.${direction}[${index}]`;
      return [
        direction,
        list.flatMap((rule, index) => readRule(rule, { dialect, troubles, direction, where: where(index) })),
      ];
    }),
  );
  const isDoubtful = troubles.refused > 0;
  const policies = tiers.map((tier): Policy => ({
    resource,
    tier,
    priority,
    subject,
    rules,
    isolates: false,
    isDoubtful,
  }));
  return { policies, troubles: troubles.list };
}

const everyPod: PodSelection = { kind: 'pods', namespaces: {}, pods: {}, onNodes: 'never' };

function readPriority(body: JsonValue, troubles: Troubles): number {
  const priority = numberAt(body, 'spec', 'priority');
  if (priority !== undefined && Number.isInteger(priority) && priority >= 0 && priority <= PRIORITY_MAX)
    return priority;
  const got = valueAt(body, 'spec', 'priority');
  return troubles.add('spec.priority', got, `a whole number from 0 to ${PRIORITY_MAX}`) ?? PRIORITY_UNTOLD;
}

interface RulePlace {
  readonly dialect: Dialect;
  readonly troubles: Troubles;
  readonly direction: Direction;
  readonly where: string;
}

/** A rule; three, of which each may be meant, where its action can't be read. */
function readRule(rule: JsonValue, place: RulePlace): readonly PolicyRule[] {
  const { where, troubles, direction, dialect } = place;
  const side = direction === 'ingress' ? 'from' : 'to';
  refuseUnknown(rule, { where, known: ['name', 'action', side, dialect.ports], troubles });
  const written = textAt(rule, 'action') ?? '';
  const action = Object.hasOwn(dialect.actions, written) ? dialect.actions[written] : undefined;
  const names = Object.keys(dialect.actions).join(', ');
  if (action === undefined) troubles.add(`${where}.action`, valueAt(rule, 'action'), names);
  const named = readList(valueAt(rule, side), `${where}.${side}`, troubles);
  if (named.length === 0) troubles.add(`${where}.${side}`, valueAt(rule, side), 'at least one peer');
  refuseLong(named, { most: dialect.listMax, where: `${where}.${side}`, troubles });
  const peers = named.map((one, index) => readPeer(one, { ...place, action, where: `${where}.${side}[${index}]` }));
  const at = `${where}.${dialect.ports}`;
  const ports = valueAt(rule, dialect.ports) ?? undefined;
  const traffic = readClusterTraffic(ports, { dialect: dialect.ports, listMax: dialect.listMax, where: at, troubles });
  const isByName = traffic !== 'unknown' && traffic.named.length > 0;
  const isOutside = peers.some((peer) => peer !== 'unknown' && peer.kind !== 'pods' && peer.kind !== 'everybody');
  if (isByName && isOutside) troubles.add(at, ports, 'ports by number where peers are no pods');
  const actions = action === undefined ? Object.values(dialect.actions) : [action];
  return actions.map((one) => closed({ action: one, peers: named.length === 0 ? anybody : peers, traffic, where }));
}

interface OpenRule {
  readonly action: PolicyRule['action'];
  readonly where: string;
  readonly peers: readonly Known<Peer>[];
  readonly traffic: Known<RuleTraffic>;
}

/**
 * What a rule means of which an entry has no field that is known (comments of the API on peers and protocols): it accepts
 * nothing, and it denies or passes on as a rule that denies everything.
 */
function closed({ action, where, peers, traffic }: OpenRule): PolicyRule {
  const known = peers.filter((one) => one !== 'unknown');
  if (known.length === peers.length && traffic !== 'unknown') return { action, where, peers: known, traffic };
  if (action === 'accept') return { action, where, peers: [{ kind: 'nobody' }], traffic: noTraffic };
  return { action: 'deny', where, peers: anybody, traffic: everyTraffic };
}

const ANYBODY: Peer = { kind: 'everybody' };

const PEER_FIELDS = ['namespaces', 'pods', 'networks', 'nodes', 'domainNames'];

interface PeerPlace extends RulePlace {
  readonly action: PolicyRule['action'] | undefined;
}

/** The peer of an entry with one field; anybody where a server refuses it. */
function readPeer(peer: JsonValue, { where, troubles, direction, action }: PeerPlace): Known<Peer> {
  const fields = isObject(peer) ? Object.keys(peer).filter((key) => peer[key] !== null) : [];
  const [field = ''] = fields;
  if (!isObject(peer) || fields.length !== 1) return troubles.add(where, peer, 'a peer with one field') ?? ANYBODY;
  const value = peer[field] ?? null;
  const known = direction === 'ingress' ? PEER_FIELDS.slice(0, 2) : PEER_FIELDS;
  if (!PEER_FIELDS.includes(field))
    return troubles.tell(where, field, `${known.join(', ')}; it is closed`) ?? 'unknown';
  if (!known.includes(field)) return troubles.add(where, field, known.join(' or ')) ?? ANYBODY;
  if (field === 'networks') return readNetworks(value, `${where}.networks`, troubles) ?? ANYBODY;
  if (field === 'nodes') {
    const isRead = readLabelSelector(value, `${where}.nodes`, troubles) !== undefined;
    return isRead ? { kind: 'untold', of: 'nodes', why: 'nodes by their labels' } : ANYBODY;
  }
  if (field !== 'domainNames') return readPods(peer, where, troubles) ?? ANYBODY;
  if (action !== undefined && action !== 'accept') troubles.add(where, field, 'names in rules that accept alone');
  const names = readList(value, `${where}.domainNames`, troubles);
  if (names.length === 0) troubles.add(`${where}.domainNames`, value, 'at least one name');
  const wrong = names.find((one) => typeof one !== 'string');
  if (wrong !== undefined) troubles.add(`${where}.domainNames`, wrong, 'names');
  refuseLong(names, { most: NETWORKS_MAX, where: `${where}.domainNames`, troubles });
  return wrong === undefined ? { kind: 'names', names: names.filter((one) => typeof one === 'string') } : ANYBODY;
}

/** Peers and subjects select pods by namespace, or by namespace and pod. */
function readPods(value: JsonValue | undefined, where: string, troubles: Troubles): PodSelection | undefined {
  const namespaces = valueAt(value, 'namespaces') ?? undefined;
  const pods = valueAt(value, 'pods') ?? undefined;
  refuseUnknown(value, { where, known: ['namespaces', 'pods'], troubles });
  if ((namespaces === undefined) === (pods === undefined))
    return troubles.add(where, value, 'either namespaces or pods');
  if (namespaces !== undefined) {
    const selector = readLabelSelector(namespaces, `${where}.namespaces`, troubles);
    return selector === undefined ? undefined : { ...everyPod, namespaces: selector };
  }
  refuseUnknown(pods, { where: `${where}.pods`, known: ['namespaceSelector', 'podSelector'], troubles });
  const read = (key: string): Selector | undefined =>
    readLabelSelector(valueAt(pods, key) ?? null, `${where}.pods.${key}`, troubles);
  const [namespaceSelector, podSelector] = [read('namespaceSelector'), read('podSelector')];
  if (namespaceSelector === undefined || podSelector === undefined) return undefined;
  return { ...everyPod, namespaces: namespaceSelector, pods: podSelector };
}

function readNetworks(value: JsonValue | undefined, where: string, troubles: Troubles): Peer | undefined {
  const written = readList(value, where, troubles);
  refuseLong(written, { most: NETWORKS_MAX, where, troubles });
  const blocks = written.flatMap((one, index) => readCidr(one, `${where}[${index}]`, troubles) ?? []);
  if (written.length === 0) return troubles.add(where, value, 'at least one block');
  if (new Set(written).size < written.length) troubles.add(where, value, 'each block once');
  return blocks.length < written.length ? undefined : { kind: 'networks', blocks };
}
