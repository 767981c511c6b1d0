import { addressRange, everyAddress, everyPort, joined, portRange, without, type Ranges } from './ranges';
import { listOf, membersOf, refuse, textOf } from './refuse';
import { readSelector, type Namespaces, type Want } from './selector';

/** A direction of traffic as the subject of a policy sees it. */
export type Direction = 'ingress' | 'egress';

/** Whom a rule names. */
export interface Peers {
  /** Pods of these namespaces that fulfill what is wanted of their labels, by each selector. */
  readonly pods: readonly { readonly namespaces: ReadonlySet<string>; readonly wants: readonly Want[] }[];
  readonly addresses: Ranges<bigint>;
  readonly nodes: boolean;
  readonly names: readonly string[];
}

/** A rule of a policy. */
export interface Rule {
  /** Id of the object, and the place in it: `… spec.ingress[0]`. */
  readonly at: string;
  readonly direction: Direction;
  readonly denies: boolean;
  /** What is wanted of the pods that it governs. */
  readonly subject: readonly Want[];
  readonly peers: Peers;
  readonly ports: Ranges<number>;
}

/** A policy: whom it governs, where it denies what no rule opens, and its rules. */
export interface Policy {
  readonly namespaces: Iterable<string>;
  readonly subject: readonly Want[];
  readonly isolates: readonly Direction[];
  readonly rules: readonly Rule[];
}

/** What decides how policies of a cluster are read. */
export interface Surroundings {
  readonly namespaces: Namespaces;
  readonly nodes: Ranges<bigint>;
  readonly blocksTakeNodes: boolean;
}

interface Place extends Surroundings {
  readonly at: string;
  /** Namespace of the policy; undefined for one of the whole cluster. */
  readonly own: string | undefined;
  readonly direction: Direction;
}

const nobody: Peers = { pods: [], addresses: [], nodes: false, names: [] };
/** Both directions. */
export const directions = ['ingress', 'egress'] as const;
const NAME = 'kubernetes.io/metadata.name';

/** Reads a NetworkPolicy (networking.k8s.io/v1). */
export function readNetworkPolicy(spec: unknown, at: string, around: Surroundings & { readonly own: string }): Policy {
  const members = membersOf(spec, at, ['podSelector', 'policyTypes', ...directions]);
  const subject = readSelector(members.get('podSelector') ?? {}, `${at}.podSelector`);
  const types = listOf(members.get('policyTypes'), `${at}.policyTypes`);
  for (const type of types) if (type !== 'Ingress' && type !== 'Egress') refuse(`${at}.policyTypes`, 'is no direction');
  if (types.length > directions.length)
    refuse(`${at}.policyTypes`, 'has more than two directions, which a server refuses');
  const rulesOf = (direction: Direction) => listOf(members.get(direction), `${at}.${direction}`);
  const unsaid = rulesOf('egress').length > 0 ? directions : (['ingress'] as const);
  const said = directions.filter((one) => types.includes(one === 'ingress' ? 'Ingress' : 'Egress'));
  const isolates = types.length === 0 ? unsaid : said;
  const rules = isolates.flatMap((direction) =>
    rulesOf(direction).map((rule, index): Rule => {
      const place = { ...around, direction, at: `${at}.${direction}[${index}]` };
      const parts = membersOf(rule ?? {}, place.at, [direction === 'ingress' ? 'from' : 'to', 'ports']);
      const peers = listOf(parts.get('from') ?? parts.get('to'), place.at).map((one) => readPeer(one, place));
      const ports = listOf(parts.get('ports'), place.at).map((one) => readPort(one, place.at));
      return {
        at: place.at,
        direction,
        denies: false,
        subject,
        peers: peers.length === 0 ? everybody(around) : together(peers),
        ports: ports.length === 0 ? everyPort : joined(ports.flat()),
      };
    }),
  );
  return { namespaces: [around.own], subject, isolates, rules };
}

function readPeer(peer: unknown, { at, own = '', ...around }: Place): Peers {
  const members = membersOf(peer, at, ['podSelector', 'namespaceSelector', 'ipBlock']);
  const [pods, spaces, block] = [members.get('podSelector'), members.get('namespaceSelector'), members.get('ipBlock')];
  if (members.size === 0 || (block !== undefined && members.size > 1)) return refuse(at, 'names no peer');
  if (block !== undefined) return { ...nobody, addresses: readBlock(block, at, around) };
  const namespaces = spaces === undefined ? new Set([own]) : around.namespaces.find(readSelector(spaces, at));
  return { ...nobody, pods: [{ namespaces, wants: readSelector(pods ?? {}, at) }] };
}

function readBlock(block: unknown, at: string, { nodes, blocksTakeNodes }: Surroundings): Ranges<bigint> {
  const members = membersOf(block, at, ['cidr', 'except']);
  const except = listOf(members.get('except'), at).flatMap((one) => addressRange(one, at));
  return without(addressRange(members.get('cidr'), at), [...except, ...(blocksTakeNodes ? [] : nodes)]);
}

function readPort(port: unknown, at: string): Ranges<number> {
  const members = membersOf(port, at, ['protocol', 'port', 'endPort']);
  const [protocol = 'TCP', first, last = first] = ['protocol', 'port', 'endPort'].map((name) => members.get(name));
  if (protocol === 'ANY') refuse(at, 'is of no protocol that is known');
  return members.has('port') || members.has('endPort')
    ? portRange(protocol, [first, last], at)
    : portRange(protocol, [1, 65_535], at);
}

function everybody({ namespaces }: Surroundings): Peers {
  return { ...nobody, pods: [{ namespaces: namespaces.find([]), wants: [] }], addresses: everyAddress, nodes: true };
}

function together(peers: readonly Peers[]): Peers {
  return {
    pods: peers.flatMap(({ pods }) => pods),
    addresses: joined(peers.flatMap(({ addresses }) => addresses)),
    nodes: peers.some(({ nodes }) => nodes),
    names: peers.flatMap(({ names }) => names),
  };
}

/** Reads a policy of Cilium (cilium.io/v2); one without namespace is of the whole cluster. */
export function readCiliumPolicy(
  spec: unknown,
  at: string,
  around: Surroundings & { readonly own: string | undefined },
): Policy | undefined {
  const sections = directions.flatMap((direction) => [
    { direction, name: direction as string, denies: false },
    { direction, name: `${direction}Deny`, denies: true },
  ]);
  const known = ['endpointSelector', 'enableDefaultDeny', ...sections.map(({ name }) => name)];
  const members = membersOf(spec, at, known);
  const selected = members.get('endpointSelector');
  // The endpoint by which nodes ask for each other's health is no pod.
  if (JSON.stringify(selected) === '{"matchLabels":{"reserved:health":""}}') return undefined;
  const subject = readEndpoints(selected, { ...around, at });
  if (around.own !== undefined && !subject.namespaces.has(around.own)) refuse(at, 'selects pods of other namespaces');
  const rules = sections.flatMap(({ direction, name, denies }) =>
    listOf(members.get(name), `${at}.${name}`).map((rule, index): Rule => {
      const place = { ...around, direction, at: `${at}.${name}[${index}]` };
      return { at: place.at, direction, denies, subject: subject.wants, ...readCiliumRule(rule, place, denies) };
    }),
  );
  const switches = membersOf(members.get('enableDefaultDeny') ?? {}, at, directions);
  const governed = directions.filter((direction) => rules.some((rule) => rule.direction === direction));
  const isolates = governed.filter((direction) => switches.get(direction) !== false);
  const governs = around.own === undefined ? subject.namespaces : [around.own];
  return { namespaces: governs, subject: subject.wants, isolates, rules };
}

function readCiliumRule(rule: unknown, place: Place, denies: boolean): Pick<Rule, 'peers' | 'ports'> {
  const side = place.direction === 'ingress' ? 'from' : 'to';
  const plain = ['Endpoints', 'CIDR', 'CIDRSet'];
  const kinds = denies ? plain : [...plain, 'Entities', ...(side === 'to' ? ['FQDNs'] : [])];
  const members = membersOf(rule, place.at, ['toPorts', ...kinds.map((kind) => `${side}${kind}`)]);
  const named = kinds.filter((kind) => members.has(`${side}${kind}`));
  if (named.length > 1) refuse(place.at, 'names peers in two ways');
  const peers = named.flatMap((kind) =>
    listOf(members.get(`${side}${kind}`), place.at).map((one) => readCiliumPeer(kind, one, place)),
  );
  const ports = listOf(members.get('toPorts'), place.at).flatMap((one) => {
    const entry = membersOf(one, place.at, denies ? ['ports'] : ['ports', 'rules']);
    // What is asked of name servers narrows further who is answered; the packets pass.
    membersOf(entry.get('rules') ?? {}, place.at, ['dns']);
    const listed = listOf(entry.get('ports'), place.at);
    if (listed.length === 0) refuse(place.at, 'lists no port');
    return listed.flatMap((port) => readCiliumPort(port, place.at));
  });
  const isAboutAll = named.length === 0 && members.has('toPorts');
  return {
    peers: isAboutAll ? everybody(place) : together(peers),
    ports: members.has('toPorts') ? joined(ports) : everyPort,
  };
}

function readCiliumPort(port: unknown, at: string): Ranges<number> {
  const members = membersOf(port, at, ['port', 'protocol', 'endPort']);
  const first = textOf(members.get('port'), at);
  if (!/^[1-9]\d{0,4}$/.test(first)) refuse(at, 'is no port by number');
  const last = members.get('endPort') ?? 0;
  return portRange(
    textOf(members.get('protocol') ?? 'ANY', at),
    [Number(first), Number(last === 0 ? first : last)],
    at,
  );
}

function readCiliumPeer(kind: string, value: unknown, place: Place): Peers {
  const { at, nodes } = place;
  if (kind === 'Endpoints') {
    const pods = readEndpoints(value, place);
    // In a policy of the whole cluster what names no namespace may be about nodes, or the world.
    if (place.own === undefined && !pods.isNamed) refuse(at, 'leaves open whether it is about pods alone');
    return { ...nobody, pods: [pods] };
  }
  if (kind === 'CIDR') return { ...nobody, addresses: readBlock({ cidr: value }, at, place) };
  if (kind === 'CIDRSet') return { ...nobody, addresses: readBlock(value, at, place) };
  if (kind === 'FQDNs') {
    const members = membersOf(value, at, ['matchName', 'matchPattern']);
    if (members.size !== 1) refuse(at, 'is no name');
    return { ...nobody, names: [textOf(members.get('matchName') ?? members.get('matchPattern'), at)] };
  }
  const entities: ReadonlyMap<unknown, Peers> = new Map([
    ['all', everybody(place)],
    ['world', { ...nobody, addresses: without(everyAddress, nodes) }],
    ['cluster', { ...everybody(place), addresses: [] }],
    ...['host', 'remote-node', 'kube-apiserver'].map((one) => [one, { ...nobody, nodes: true }] as const),
  ]);
  return entities.get(value) ?? refuse(at, 'is an entity that cannot be checked');
}

const NAMESPACE = 'io.kubernetes.pod.namespace';
const LABELS = 'io.cilium.k8s.namespace.labels.';

/** Pods by labels of theirs and of their namespaces, as Cilium writes both in one selector. */
function readEndpoints(
  selector: unknown,
  { at, own, namespaces }: Pick<Place, 'at' | 'own' | 'namespaces'>,
): Peers['pods'][number] & { readonly isNamed: boolean } {
  const wants = readSelector(selector, at).map((one) => ({ ...one, key: one.key.replace(/^(?:k8s|any):/, '') }));
  const isOfPods = ({ key }: Want): boolean => key !== NAMESPACE && !key.startsWith(LABELS);
  const other = wants.find((one) => isOfPods(one) && /^io\.cilium\.|:/.test(one.key));
  if (other !== undefined) refuse(at, `selects by ${other.key}, which cannot be checked`);
  const ofNamespace = wants.filter((one) => !isOfPods(one));
  const isNamed = ofNamespace.some(({ key }) => key === NAMESPACE);
  if (own !== undefined && !isNamed && ofNamespace.length > 0) refuse(at, 'leaves open which namespaces it is about');
  const asked = ofNamespace.map((one) => ({
    ...one,
    key: one.key === NAMESPACE ? NAME : one.key.slice(LABELS.length),
  }));
  const found = own === undefined || isNamed ? namespaces.find(asked) : new Set([own]);
  return { namespaces: found, wants: wants.filter(isOfPods), isNamed };
}
