import { isObject, numberAt, objectAt, textAt, valueAt } from '../../json-path';
import type { JsonObject, JsonValue, Resource } from '../../resource';
import { allPorts, protocols, type PortRange } from '../traffic/traffic';
import {
  directions,
  everyTraffic,
  noTraffic,
  type Direction,
  type Peer,
  type PodSelection,
  type PolicyRule,
  type ReadPolicy,
  type RuleTraffic,
} from './policy';
import { isPort, readCidr, readList, readSelector } from './read-parts';
import { Troubles } from './troubles';

const PRIORITY_MAX = 1000;

/** `Accept` was called `Allow` before v1alpha2. */
const ACTIONS: Readonly<Record<string, PolicyRule['action']>> = {
  Accept: 'accept',
  Allow: 'accept',
  Deny: 'deny',
  Pass: 'pass',
};

/** Reads a ClusterNetworkPolicy of policy.networking.k8s.io/v1alpha2. */
export function readClusterNetworkPolicy(resource: Resource): ReadPolicy {
  const troubles = new Troubles(resource);
  const tier = valueAt(resource.body, 'spec', 'tier');
  if (tier !== 'Admin' && tier !== 'Baseline') troubles.add('spec.tier', tier, 'Admin or Baseline');
  return readTiered(resource, { tier: tier === 'Baseline' ? 'baseline' : 'admin', troubles, ports: 'protocols' });
}

/** Reads an AdminNetworkPolicy of policy.networking.k8s.io/v1alpha1, which v1alpha2 replaced. */
export function readAdminNetworkPolicy(resource: Resource): ReadPolicy {
  return readTiered(resource, { tier: 'admin', troubles: new Troubles(resource), ports: 'ports' });
}

/** Reads the one BaselineAdminNetworkPolicy of policy.networking.k8s.io/v1alpha1; it has no priority. */
export function readBaselineAdminNetworkPolicy(resource: Resource): ReadPolicy {
  return readTiered(resource, { tier: 'baseline', troubles: new Troubles(resource), ports: 'ports', priority: 0 });
}

interface Dialect {
  readonly tier: 'admin' | 'baseline';
  readonly troubles: Troubles;
  /** The member that says which traffic a rule is about. */
  readonly ports: 'protocols' | 'ports';
  /** @default - the object says it */
  readonly priority?: number;
}

function readTiered(resource: Resource, dialect: Dialect): ReadPolicy {
  const { tier, troubles } = dialect;
  const spec = valueAt(resource.body, 'spec');
  const priority = dialect.priority ?? readPriority(spec, troubles);
  const subject = readPods(valueAt(spec, 'subject'), 'spec.subject', troubles);
  const rules = Object.fromEntries(
    directions.map((direction) => [
      direction,
      readList(valueAt(spec, direction), `spec.${direction}`, troubles).flatMap((rule, index) =>
        readRule(rule, { ...dialect, direction, where: `spec.${direction}[${index}]` }),
      ),
    ]),
  );
  if (subject === undefined || priority === undefined) return { policies: [], troubles: troubles.list };
  return { policies: [{ resource, tier, priority, subject, rules, isolates: false }], troubles: troubles.list };
}

function readPriority(spec: JsonValue | undefined, troubles: Troubles): number | undefined {
  const priority = numberAt(spec, 'priority');
  if (priority !== undefined && Number.isInteger(priority) && priority >= 0 && priority <= PRIORITY_MAX)
    return priority;
  return troubles.add('spec.priority', valueAt(spec, 'priority'), `a whole number from 0 to ${PRIORITY_MAX}`);
}

interface RulePlace extends Dialect {
  readonly direction: Direction;
  readonly where: string;
}

function readRule(rule: JsonValue, place: RulePlace): readonly PolicyRule[] {
  const { where, troubles, direction, ports } = place;
  const written = textAt(rule, 'action') ?? '';
  const action = Object.hasOwn(ACTIONS, written) ? ACTIONS[written] : undefined;
  if (action === undefined) troubles.add(`${where}.action`, valueAt(rule, 'action'), 'Accept, Deny or Pass');
  if (action === undefined) return [];
  const side = direction === 'ingress' ? 'from' : 'to';
  const named = readList(valueAt(rule, side), `${where}.${side}`, troubles);
  if (named.length === 0) troubles.add(`${where}.${side}`, valueAt(rule, side), 'at least one peer');
  const peers = named.map((one, index) => readPeer(one, { ...place, where: `${where}.${side}[${index}]` }));
  const traffic = readTraffic(valueAt(rule, ports), { ...place, where: `${where}.${ports}` });
  return [closed({ action, peers, traffic, where })];
}

interface OpenRule {
  readonly action: PolicyRule['action'];
  readonly where: string;
  /** Undefined where an entry has no field that is known. */
  readonly peers: readonly (Peer | undefined)[];
  readonly traffic: RuleTraffic | undefined;
}

/**
 * What a rule means of which a part isn't known (comments of the API on peers and protocols): it accepts nothing, and it
 * denies or passes on as a rule that denies everything.
 */
function closed({ action, where, peers, traffic }: OpenRule): PolicyRule {
  const known = peers.filter((one) => one !== undefined);
  if (known.length === peers.length && traffic !== undefined) return { action, where, peers: known, traffic };
  if (action === 'accept') return { action, where, peers: [{ kind: 'nobody' }], traffic: noTraffic };
  return { action: 'deny', where, peers: [{ kind: 'everybody' }], traffic: everyTraffic };
}

type Placed = Omit<RulePlace, 'tier'>;

function readPeer(peer: JsonValue, { where, troubles, direction }: Placed): Peer | undefined {
  const fields = isObject(peer) ? Object.keys(peer).filter((key) => peer[key] !== null) : [];
  if (fields.length !== 1) return troubles.add(where, peer, 'a peer with one field');
  const [field = ''] = fields;
  if (field === 'namespaces' || field === 'pods') return readPods(peer, where, troubles);
  if (direction === 'egress' && field === 'networks')
    return readNetworks(valueAt(peer, field), `${where}.networks`, troubles);
  if (direction === 'egress' && field === 'nodes') return { kind: 'untold', of: 'nodes', why: 'nodes by their labels' };
  if (direction === 'egress' && field === 'domainNames')
    return readNames(valueAt(peer, field), `${where}.domainNames`, troubles);
  return troubles.add(where, field, direction === 'ingress' ? 'namespaces or pods' : 'namespaces, pods or networks');
}

/** Peers and subjects select pods by namespace, or by namespace and pod. */
function readPods(value: JsonValue | undefined, where: string, troubles: Troubles): PodSelection | undefined {
  const namespaces = valueAt(value, 'namespaces') ?? undefined;
  const pods = objectAt(value, 'pods');
  if ((namespaces === undefined) === (pods === undefined))
    return troubles.add(where, value, 'either namespaces or pods');
  const inNamespaces = namespaces ?? valueAt(pods, 'namespaceSelector');
  const ofPods: JsonValue | undefined = namespaces === undefined ? valueAt(pods, 'podSelector') : {};
  if (inNamespaces === undefined) return troubles.add(`${where}.pods.namespaceSelector`, undefined, 'a label selector');
  if (ofPods === undefined) return troubles.add(`${where}.pods.podSelector`, undefined, 'a label selector');
  const namespaceSelector = readSelector(inNamespaces, where, troubles);
  const podSelector = readSelector(ofPods, where, troubles);
  if (namespaceSelector === undefined || podSelector === undefined) return undefined;
  return { kind: 'pods', namespaces: namespaceSelector, pods: podSelector, onNodes: 'never' };
}

function readNames(value: JsonValue | undefined, where: string, troubles: Troubles): Peer | undefined {
  const written = readList(value, where, troubles);
  const names = written.filter((one) => typeof one === 'string');
  return written.length === 0 || names.length < written.length
    ? troubles.add(where, value, 'a list of host names')
    : { kind: 'names', names };
}

function readNetworks(value: JsonValue | undefined, where: string, troubles: Troubles): Peer | undefined {
  const written = readList(value, where, troubles);
  const blocks = written.flatMap((one, index) => readCidr(one, `${where}[${index}]`, troubles) ?? []);
  if (written.length === 0) return troubles.add(where, value, 'at least one block');
  return blocks.length < written.length ? undefined : { kind: 'networks', blocks };
}

function readTraffic(value: JsonValue | undefined, place: Placed): RuleTraffic | undefined {
  const { where, troubles, ports } = place;
  if (value === undefined || value === null) return everyTraffic;
  const written = readList(value, where, troubles);
  if (written.length === 0) return troubles.add(where, value, 'at least one entry, or none at all');
  const read = ports === 'protocols' ? readProtocol : readOldPort;
  const parts = written.map((one, index) => read(one, { ...place, where: `${where}[${index}]` }));
  const known = parts.filter((one) => one !== undefined);
  if (known.length < parts.length) return undefined;
  return { ranges: known.flatMap(({ ranges }) => ranges), named: known.flatMap(({ named }) => named) };
}

/** An entry of `protocols`: one protocol with a port of its own, or a port by its name, of any protocol. */
function readProtocol(entry: JsonValue, { where, troubles }: Placed): RuleTraffic | undefined {
  const fields = isObject(entry) ? Object.keys(entry).filter((key) => entry[key] !== null) : [];
  const [field = ''] = fields;
  if (fields.length !== 1) return troubles.add(where, entry, 'an entry with one field');
  if (field === 'destinationNamedPort') {
    const name = textAt(entry, field);
    return name === undefined
      ? troubles.add(where, entry, 'the name of a port')
      : { ranges: [], named: [{ name, protocol: undefined }] };
  }
  const protocol = protocols.find((one) => one.toLowerCase() === field);
  if (protocol === undefined) return troubles.add(where, field, 'tcp, udp, sctp or destinationNamedPort');
  const port = valueAt(entry, field, 'destinationPort') ?? undefined;
  if (port === undefined) return { ranges: [allPorts(protocol)], named: [] };
  const range = readRange(port, `${where}.${field}.destinationPort`, troubles);
  return range === undefined ? undefined : { ranges: [{ protocol, ...range }], named: [] };
}

/** `number`, or a `range` of which the start is lower than the end. */
function readRange(port: JsonValue, where: string, troubles: Troubles): Omit<PortRange, 'protocol'> | undefined {
  const number = valueAt(port, 'number') ?? undefined;
  const [start, end] = [valueAt(port, 'range', 'start'), valueAt(port, 'range', 'end')];
  if (isPort(number) && start === undefined && end === undefined) return { first: number, last: number };
  if (number === undefined && isPort(start) && isPort(end) && start < end) return { first: start, last: end };
  return troubles.add(where, port, 'a number, or a range whose start is below its end');
}

/** An entry of `ports` before v1alpha2: `portNumber`, `portRange` or `namedPort`. */
function readOldPort(entry: JsonValue, { where, troubles }: Placed): RuleTraffic | undefined {
  const name = textAt(entry, 'namedPort');
  if (name !== undefined) return { ranges: [], named: [{ name, protocol: undefined }] };
  const [single, range] = [objectAt(entry, 'portNumber'), objectAt(entry, 'portRange')];
  const written: JsonObject | undefined = single ?? range;
  const protocol = protocols.find((one) => one === (textAt(written, 'protocol') ?? 'TCP'));
  const first = single === undefined ? valueAt(range, 'start') : valueAt(single, 'port');
  const last = single === undefined ? valueAt(range, 'end') : first;
  if (protocol === undefined || !isPort(first) || !isPort(last) || last < first)
    return troubles.add(where, entry, 'portNumber, portRange or namedPort');
  return { ranges: [{ protocol, first, last }], named: [] };
}
