import { isObject, textAt, valueAt } from '../../json-path';
import type { JsonObject, JsonValue, Resource } from '../../resource';
import { DEFAULT_NAMESPACE } from '../peers/workload';
import { allPorts, protocols, type PortRange, type Protocol } from '../traffic/traffic';
import { isWritten, readEndpointPeers, readEndpoints, readEntity, withinNamespace } from './cilium-labels';
import {
  anybody,
  directions,
  everyTraffic,
  noTraffic,
  type Direction,
  type NamedPort,
  type Peer,
  type PodSelection,
  type Policy,
  type PolicyRule,
  type ReadPolicy,
  type RuleTraffic,
} from './policy';
import {
  isPort,
  isPortName,
  readBlock,
  readCidr,
  readList,
  readRuleList,
  refuseLong,
  refuseUnknown,
} from './read-parts';
import { NOT_IN_FORCE, Troubles } from './troubles';

/**
 * Reads a policy of cilium.io/v2, of a namespace or of the whole cluster: layers 3 and 4; what layer 7 says narrows them.
 * One that the server or the agent refuses is read as the widest that it may mean, and nobody can tell whether it is in
 * force.
 */
export function readCiliumPolicy(resource: Resource): ReadPolicy {
  const troubles = new Troubles(resource, NOT_IN_FORCE);
  const specs = readRuleList(valueAt(resource.body, 'specs'), 'specs', troubles).map((spec, index) => ({
    spec,
    where: `specs[${index}]`,
  }));
  const whole = isWritten(resource.body, 'spec')
    ? [{ spec: valueAt(resource.body, 'spec') ?? null, where: 'spec' }]
    : [];
  const written = [...whole, ...specs];
  if (written.length === 0) troubles.add('spec', undefined, 'what the policy says');
  const policies = written.flatMap(({ spec, where }) => readSpec(spec, { resource, where, troubles }));
  // The agent takes all specs of an object, or none.
  const isRefused = troubles.refused > 0;
  return {
    policies: isRefused ? policies.map((one) => ({ ...one, isDoubtful: true })) : policies,
    troubles: troubles.list,
  };
}

interface Place {
  readonly resource: Resource;
  readonly where: string;
  readonly troubles: Troubles;
}

const SPEC_FIELDS = [
  'endpointSelector',
  'nodeSelector',
  'ingress',
  'ingressDeny',
  'egress',
  'egressDeny',
  'labels',
].concat(['enableDefaultDeny', 'description', 'log']);

function readSpec(spec: JsonValue, { resource, where, troubles }: Place): readonly Policy[] {
  if (!isObject(spec)) troubles.add(where, spec, 'what the policy says');
  refuseUnknown(spec, { where, known: SPEC_FIELDS, troubles });
  const own = resource.kind === 'CiliumNetworkPolicy';
  const isOfNodes = isWritten(spec, 'nodeSelector');
  const isOfPods = isWritten(spec, 'endpointSelector');
  if (isOfNodes === isOfPods || (isOfNodes && own)) {
    const want = own ? 'endpointSelector' : 'endpointSelector or nodeSelector';
    troubles.add(where, isObject(spec) ? Object.keys(spec) : spec, want);
  } else if (isOfNodes) {
    // Policies on nodes govern no pod.
    return [];
  }
  const selector = valueAt(spec, 'endpointSelector') ?? {};
  const subject = readEndpoints(selector, { where: `${where}.endpointSelector`, own, troubles });
  if (subject?.isUntold === true)
    troubles.tell(`${where}.endpointSelector`, selector, 'labels of pods and namespaces alone; it may govern fewer');
  const everyPod: PodSelection = { kind: 'pods', namespaces: own ? 'own' : {}, pods: {}, onNodes: 'perhaps' };
  const pods = subject?.pods ?? everyPod;
  const within = own ? withinNamespace(pods, resource.namespace ?? DEFAULT_NAMESPACE) : pods;
  const common = { resource, tier: 'namespace', priority: 0, subject: within } as const;
  const closes = readDefaultDeny(spec, { resource, where, troubles });
  const read = directions.map((direction) => ({
    direction,
    rules: readDirection(spec, { resource, where, troubles, direction }),
  }));
  if (read.every(({ rules }) => rules.length === 0)) troubles.add(where, spec, 'at least one rule');
  return read.flatMap(({ direction, rules }): readonly Policy[] => {
    if (rules.length === 0) return [];
    return [{ ...common, rules: { [direction]: rules }, isolates: closes[direction], isDoubtful: subject?.isUntold }];
  });
}

/** Whether a policy denies in each direction all that it doesn't accept: it may be told not to (enableDefaultDeny). */
function readDefaultDeny(spec: JsonValue, { where, troubles }: Place): Readonly<Record<Direction, boolean>> {
  const written = valueAt(spec, 'enableDefaultDeny') ?? {};
  const at = `${where}.enableDefaultDeny`;
  if (!isObject(written)) troubles.add(at, written, 'ingress and egress');
  refuseUnknown(written, { where: at, known: directions, troubles });
  for (const direction of directions) {
    const value = valueAt(written, direction) ?? true;
    if (typeof value !== 'boolean') troubles.add(`${at}.${direction}`, value, 'true or false');
  }
  return {
    ingress: valueAt(written, 'ingress') !== false,
    egress: valueAt(written, 'egress') !== false,
  };
}

interface DirectionPlace extends Place {
  readonly direction: Direction;
}

function readDirection(spec: JsonValue, { where, troubles, ...place }: DirectionPlace): readonly PolicyRule[] {
  const read = (key: string, action: 'accept' | 'deny'): readonly PolicyRule[] =>
    readRuleList(valueAt(spec, key), `${where}.${key}`, troubles).flatMap((rule, index) => {
      const inside = { ...place, troubles, where: `${where}.${key}[${index}]` };
      return [{ action, ...readRule(rule, inside) }, ...readRequirements(rule, inside)];
    });
  return [...read(place.direction, 'accept'), ...read(`${place.direction}Deny`, 'deny')];
}

/** What peers must be beside what any rule about the same pods says; nobody here follows it, so it may deny any pod. */
function readRequirements(rule: JsonValue, { where, troubles, direction }: DirectionPlace): readonly PolicyRule[] {
  const key = `${sideOf(direction)}Requires`;
  if (!isWritten(rule, key)) return [];
  troubles.tell(`${where}.${key}`, valueAt(rule, key), 'no requirements: they narrow all rules about these pods');
  const peers: readonly Peer[] = [{ kind: 'untold', of: 'pods', why: 'requirements of other rules' }];
  return [{ action: 'deny', peers, traffic: everyTraffic, where }];
}

type RuleParts = Pick<PolicyRule, 'peers' | 'traffic' | 'where'>;

function readRule(rule: JsonValue, place: DirectionPlace): RuleParts {
  const { where, troubles, direction } = place;
  if (!isObject(rule)) return { where, peers: troubles.add(where, rule, 'a rule') ?? anybody, traffic: everyTraffic };
  const side = sideOf(direction);
  const members = Object.keys(peerReaders)
    .concat('Requires')
    .map((key) => `${side}${key}`);
  refuseUnknown(rule, { where, known: [...members, 'toPorts', 'icmps', 'authentication'], troubles });
  if (isWritten(rule, 'icmps') && isWritten(rule, 'toPorts'))
    troubles.add(where, Object.keys(rule), 'icmps or toPorts');
  const traffic = readTraffic(rule, place);
  const peers = readPeers(rule, place);
  if (peers !== undefined) return { where, peers, traffic };
  // A rule that names ports alone is about everybody; one that names nothing isolates, and opens nothing.
  const isEmpty = !isWritten(rule, 'icmps') && isEmptyList(valueAt(rule, 'toPorts'));
  return { where, peers: [{ kind: isEmpty ? 'nobody' : 'everybody' }], traffic };
}

function sideOf(direction: Direction): 'from' | 'to' {
  return direction === 'ingress' ? 'from' : 'to';
}

function isEmptyList(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

type PeerReader = (value: JsonValue, where: string, place: DirectionPlace) => readonly Peer[];

/** How each member that names peers is read, without the `from` or `to` before it. */
const peerReaders: Readonly<Record<string, PeerReader>> = {
  Endpoints: (value, where, { resource, troubles }) =>
    readEndpointPeers(value, { where, own: resource.kind === 'CiliumNetworkPolicy', troubles }),
  Entities: (value, where, { troubles }) => readEntity(value, where, troubles),
  CIDR: (value, where, { troubles }) => {
    const block = readCidr(value, where, troubles);
    return block === undefined ? anybody : [{ kind: 'block', block, except: [] }];
  },
  CIDRSet: (value, where, { troubles }) => {
    if (isWritten(value, 'cidrGroupRef') || isWritten(value, 'cidrGroupSelector'))
      return [{ kind: 'untold', of: 'outside', why: 'a group of blocks' }];
    refuseUnknown(value, { where, known: ['cidr', 'except', 'cidrGroupRef', 'cidrGroupSelector'], troubles });
    const block = readBlock(value, where, troubles);
    return block === undefined ? anybody : [block];
  },
  FQDNs: (value, where, { troubles }) => {
    const name = textAt(value, 'matchName') ?? textAt(value, 'matchPattern');
    return name === undefined
      ? (troubles.add(where, value, 'matchName or matchPattern') ?? anybody)
      : [{ kind: 'names', names: [name] }];
  },
  Services: () => [
    { kind: 'untold', of: 'pods', why: 'the pods behind a service' },
    { kind: 'untold', of: 'outside', why: 'the addresses behind a service' },
  ],
  Groups: () => [{ kind: 'untold', of: 'outside', why: 'groups of a cloud' }],
  Nodes: () => [{ kind: 'untold', of: 'nodes', why: 'nodes by their labels' }],
};

/** The peers of a rule, or undefined where it names none; an empty list of them is nobody. */
function readPeers(rule: JsonObject, place: DirectionPlace): readonly Peer[] | undefined {
  const side = sideOf(place.direction);
  const named = Object.keys(peerReaders).filter((key) => isWritten(rule, `${side}${key}`));
  if (named.length === 0) return undefined;
  if (named.length > 1)
    place.troubles.add(
      place.where,
      named.map((key) => `${side}${key}`),
      'peers of one kind',
    );
  return named.flatMap((key) => {
    const where = `${place.where}.${side}${key}`;
    const written = valueAt(rule, `${side}${key}`);
    if (!Array.isArray(written)) return place.troubles.add(where, written, 'a list') ?? anybody;
    const values = readList(written, where, place.troubles);
    return values.flatMap((value, index) => peerReaders[key]?.(value, `${where}[${index}]`, place) ?? []);
  });
}

/** The most ports of one entry of toPorts. */
const PORTS_MAX = 40;

function readTraffic(rule: JsonValue, { where, troubles }: Place): RuleTraffic {
  if (isWritten(rule, 'icmps') && !isWritten(rule, 'toPorts')) return noTraffic;
  const written = readList(valueAt(rule, 'toPorts'), `${where}.toPorts`, troubles);
  const ports = written.flatMap((one, index) => {
    const at = `${where}.toPorts[${index}]`;
    if (!isObject(one)) return troubles.add(at, one, 'ports') ?? [everyTraffic];
    const listed = readList(valueAt(one, 'ports'), `${at}.ports`, troubles);
    refuseLong(listed, { most: PORTS_MAX, where: `${at}.ports`, troubles });
    return listed.map((port, place) => readPort(port, `${at}.ports[${place}]`, troubles));
  });
  if (ports.length === 0) return everyTraffic;
  return { ranges: ports.flatMap(({ ranges }) => ranges), named: ports.flatMap(({ named }) => named) };
}

/** A port by its number, as a text, or its name; `0` is every port, and without a protocol it is of any. */
function readPort(port: JsonValue, where: string, troubles: Troubles): RuleTraffic {
  if (!isObject(port)) return troubles.add(where, port, 'a port') ?? everyTraffic;
  refuseUnknown(port, { where, known: ['port', 'endPort', 'protocol'], troubles });
  const protocol = valueAt(port, 'protocol') ?? 'ANY';
  const of = protocol === 'ANY' ? protocols : protocols.filter((one) => one === protocol);
  if (of.length === 0 && protocol !== 'ICMP' && protocol !== 'ICMPV6')
    return troubles.add(`${where}.protocol`, protocol, 'TCP, UDP, SCTP or ANY') ?? everyTraffic;
  const text = textAt(port, 'port') ?? '';
  // The agent reads a number with a zero before it by another base.
  const first = /^(?:0|[1-9]\d*)$/.test(text) ? Number(text) : undefined;
  if (first === undefined) {
    const name = text.toLowerCase();
    if (isPortName(name)) return namedPorts(name, of);
    return troubles.add(`${where}.port`, valueAt(port, 'port'), 'a port as a text, by number or name') ?? everyTraffic;
  }
  const last = valueAt(port, 'endPort') ?? 0;
  if (first === 0) return { ranges: of.map(allPorts), named: [] };
  if (!isPort(first) || (last !== 0 && (!isPort(last) || last < first)))
    return troubles.add(where, port, 'a port, and an end that is not below it') ?? everyTraffic;
  const range = (one: Protocol): PortRange => ({ protocol: one, first, last: last === 0 ? first : last });
  return { ranges: of.map(range), named: [] };
}

function namedPorts(name: string, of: readonly Protocol[]): RuleTraffic {
  const named = of.length === protocols.length ? [undefined] : of;
  return { ranges: [], named: named.map((protocol): NamedPort => ({ name, protocol })) };
}
