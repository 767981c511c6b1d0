import { isObject, numberAt, textAt, valueAt } from '../../json-path';
import type { JsonValue, Resource } from '../../resource';
import { DEFAULT_NAMESPACE } from '../peers/workload';
import { allPorts, protocols, type PortRange, type Protocol } from '../traffic/traffic';
import { isWritten, readEndpoints, readEntity, withinNamespace } from './cilium-labels';
import {
  directions,
  everyTraffic,
  noTraffic,
  type Direction,
  type NamedPort,
  type Peer,
  type Policy,
  type PolicyRule,
  type ReadPolicy,
  type RuleTraffic,
} from './policy';
import { isPort, readBlock, readCidr, readList } from './read-parts';
import { Troubles } from './troubles';

/** Reads a policy of cilium.io/v2, of a namespace or of the whole cluster: layers 3 and 4; what layer 7 says narrows them. */
export function readCiliumPolicy(resource: Resource): ReadPolicy {
  const troubles = new Troubles(resource);
  const specs = readList(valueAt(resource.body, 'specs'), 'specs', troubles).map((spec, index) => ({
    spec,
    where: `specs[${index}]`,
  }));
  const whole = isWritten(resource.body, 'spec')
    ? [{ spec: valueAt(resource.body, 'spec') ?? null, where: 'spec' }]
    : [];
  const policies = [...whole, ...specs].flatMap(({ spec, where }) => readSpec(spec, { resource, where, troubles }));
  return { policies, troubles: troubles.list };
}

interface Place {
  readonly resource: Resource;
  readonly where: string;
  readonly troubles: Troubles;
}

function readSpec(spec: JsonValue, { resource, where, troubles }: Place): readonly Policy[] {
  // Policies on nodes govern no pod.
  if (isWritten(spec, 'nodeSelector')) return [];
  const own = resource.kind === 'CiliumNetworkPolicy';
  const written = valueAt(spec, 'endpointSelector');
  if (written === undefined || written === null)
    return troubles.add(`${where}.endpointSelector`, written, 'a selector of endpoints') ?? [];
  const subject = readEndpoints(written, { where: `${where}.endpointSelector`, own, troubles });
  if (subject === undefined) return [];
  if (subject.kind === 'untold')
    return troubles.add(`${where}.endpointSelector`, written, 'labels of pods and namespaces') ?? [];
  const within = own ? withinNamespace(subject, resource.namespace ?? DEFAULT_NAMESPACE) : subject;
  const common = { resource, tier: 'namespace', priority: 0, subject: within } as const;
  return directions.flatMap((direction): readonly Policy[] => {
    const rules = readDirection(spec, { resource, where, troubles, direction });
    if (rules.length === 0) return [];
    // A policy may be told to deny nothing by itself (enableDefaultDeny).
    const isolates = valueAt(spec, 'enableDefaultDeny', direction) !== false;
    return [{ ...common, rules: { [direction]: rules }, isolates }];
  });
}

interface DirectionPlace extends Place {
  readonly direction: Direction;
}

function readDirection(spec: JsonValue, { where, troubles, ...place }: DirectionPlace): readonly PolicyRule[] {
  const read = (key: string, action: 'accept' | 'deny'): readonly PolicyRule[] =>
    readList(valueAt(spec, key), `${where}.${key}`, troubles).map((rule, index) => ({
      action,
      ...readRule(rule, { ...place, troubles, where: `${where}.${key}[${index}]` }),
    }));
  return [...read(place.direction, 'accept'), ...read(`${place.direction}Deny`, 'deny')];
}

type RuleParts = Pick<PolicyRule, 'peers' | 'traffic' | 'where'>;

function readRule(rule: JsonValue, place: DirectionPlace): RuleParts {
  const { where, troubles } = place;
  if (!isObject(rule)) return { where, peers: troubles.add(where, rule, 'a rule') ?? [], traffic: noTraffic };
  const traffic = readTraffic(rule, place);
  const peers = readPeers(rule, place);
  if (peers !== undefined) return { where, peers, traffic };
  // A rule that names ports alone is about everybody; one that names nothing isolates, and opens nothing.
  const isEmpty = !isWritten(rule, 'toPorts') && !isWritten(rule, 'icmps');
  return { where, peers: [{ kind: isEmpty ? 'nobody' : 'everybody' }], traffic };
}

type PeerReader = (value: JsonValue, where: string, place: DirectionPlace) => readonly Peer[];

/** How each member that names peers is read, without the `from` or `to` before it. */
const peerReaders: Readonly<Record<string, PeerReader>> = {
  Endpoints: (value, where, { resource, troubles }) => {
    const own = resource.kind === 'CiliumNetworkPolicy';
    const found = readEndpoints(value, { where, own, troubles });
    return found === undefined ? [] : [found];
  },
  Entities: (value, where, { troubles }) => readEntity(value, where, troubles),
  CIDR: (value, where, { troubles }) => {
    const block = readCidr(value, where, troubles);
    return block === undefined ? [] : [{ kind: 'block', block, except: [] }];
  },
  CIDRSet: (value, where, { troubles }) => {
    if (isWritten(value, 'cidrGroupRef') || isWritten(value, 'cidrGroupSelector'))
      return [{ kind: 'untold', of: 'outside', why: 'a group of blocks' }];
    const block = readBlock(value, where, troubles);
    return block === undefined ? [] : [block];
  },
  FQDNs: (value, where, { troubles }) => {
    const name = textAt(value, 'matchName') ?? textAt(value, 'matchPattern');
    return name === undefined
      ? (troubles.add(where, value, 'matchName or matchPattern') ?? [])
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
function readPeers(rule: JsonValue, place: DirectionPlace): readonly Peer[] | undefined {
  const side = place.direction === 'ingress' ? 'from' : 'to';
  const named = Object.keys(peerReaders).filter((key) => isWritten(rule, `${side}${key}`));
  if (named.length === 0) return undefined;
  return named.flatMap((key) => {
    const where = `${place.where}.${side}${key}`;
    const values = readList(valueAt(rule, `${side}${key}`), where, place.troubles);
    return values.flatMap((value, index) => peerReaders[key]?.(value, `${where}[${index}]`, place) ?? []);
  });
}

function readTraffic(rule: JsonValue, { where, troubles }: Place): RuleTraffic {
  if (isWritten(rule, 'icmps') && !isWritten(rule, 'toPorts')) return noTraffic;
  const written = readList(valueAt(rule, 'toPorts'), `${where}.toPorts`, troubles);
  const ports = written.flatMap((one, index) => {
    const at = `${where}.toPorts[${index}].ports`;
    const listed = readList(valueAt(one, 'ports'), at, troubles);
    return listed.map((port, place) => readPort(port, `${at}[${place}]`, troubles));
  });
  if (ports.length === 0) return everyTraffic;
  return { ranges: ports.flatMap(({ ranges }) => ranges), named: ports.flatMap(({ named }) => named) };
}

/** A port by its number, as a text, or its name; `0` is every port, and without a protocol it is of any. */
function readPort(port: JsonValue, where: string, troubles: Troubles): RuleTraffic {
  const protocol = textAt(port, 'protocol') ?? 'ANY';
  const of = protocol === 'ANY' ? protocols : protocols.filter((one) => one === protocol);
  if (of.length === 0) return troubles.add(`${where}.protocol`, protocol, 'TCP, UDP, SCTP or ANY') ?? noTraffic;
  const text = textAt(port, 'port') ?? '';
  const first = /^\d+$/.test(text) ? Number(text) : undefined;
  if (first === undefined)
    return text === ''
      ? (troubles.add(`${where}.port`, valueAt(port, 'port'), 'a port') ?? noTraffic)
      : namedPorts(text, of);
  const last = numberAt(port, 'endPort') ?? 0;
  if (first === 0) return { ranges: of.map(allPorts), named: [] };
  if (!isPort(first) || (last !== 0 && (!isPort(last) || last < first)))
    return troubles.add(where, port, 'a port, and an end that is not below it') ?? noTraffic;
  const range = (one: Protocol): PortRange => ({ protocol: one, first, last: last === 0 ? first : last });
  return { ranges: of.map(range), named: [] };
}

function namedPorts(name: string, of: readonly Protocol[]): RuleTraffic {
  const named = of.length === protocols.length ? [undefined] : of;
  return { ranges: [], named: named.map((protocol): NamedPort => ({ name, protocol })) };
}
