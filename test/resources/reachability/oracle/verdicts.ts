import type { JsonObject } from '../../../../resources/resource';
import {
  any,
  coverAll,
  every,
  get,
  isInside,
  isNamed,
  list,
  NAMESPACE,
  NAMESPACE_LABELS,
  sure,
  takes,
  text,
  type End,
  type Json,
  type Match,
  type Pod,
  type Traffic,
} from './matching';
import { isTakenByBlocks, matchOfEntity, matchOfName, type PluginFacts } from './plugin/plugin-facts';

/** What one end of a flow is asked: the pod there, in one direction, about the other end. */
export interface Question {
  readonly direction: 'ingress' | 'egress';
  readonly pod: Pod;
  readonly peer: End;
  readonly traffic: Traffic;
  /** Whether the network plugin lets blocks of addresses take pods (rule 14). */
  readonly plugin: 'cilium' | 'unknown';
  /** @default - the plugin is as it comes, and nobody knows where nodes are */
  readonly facts?: PluginFacts | undefined;
}

/** What a policy of the middle tier adds for one flow; of all policies the strongest word counts (rules 3 and 42). */
export const words = { silent: 0, isolates: 1, allows: 2, denies: 3 } as const;

/** One word of a policy, and whether it is about the flow. */
export interface Said {
  readonly match: Match;
  readonly word: number;
}

/** Every word that may be the strongest: that of all that is certain, and what is open and stronger. */
export function strongest(said: readonly Said[]): readonly number[] {
  const certain = said.filter(({ match }) => match === 'yes').map(({ word }) => word);
  const least = Math.max(words.silent, ...certain);
  return [least, ...said.filter(({ match, word }) => match === 'maybe' && word > least).map(({ word }) => word)];
}

/** A pod with the address of its node is never met for certain (rule 22). */
function met(isTaken: boolean, { hostNetwork }: Pod): Match {
  return !isTaken ? 'no' : hostNetwork ? 'maybe' : 'yes';
}

const caps = { ingress: { type: 'Ingress', peers: 'from' }, egress: { type: 'Egress', peers: 'to' } } as const;

/** Rules 1 to 19: what a NetworkPolicy says. */
export function wordsOfNetworkPolicy(object: JsonObject, question: Question): readonly Said[] {
  const { direction, pod } = question;
  const [spec, namespace] = [object['spec'], get(object, 'metadata', 'namespace') ?? 'default'];
  const rules = list(spec, direction);
  const types = get(spec, 'policyTypes');
  const isMeant =
    types === undefined
      ? direction === 'ingress' || rules.length > 0
      : list(spec, 'policyTypes').includes(caps[direction].type); // rule 2
  const isSubject = isMeant && pod.namespace === namespace && takes(get(spec, 'podSelector'), pod.labels); // rule 6
  const subject = met(isSubject, pod);
  if (subject === 'no') return [];
  const opening = rules.map((rule) => ({
    match: every([subject, matchOfRule(rule, namespace, question)]),
    word: words.allows,
  }));
  return [{ match: subject, word: words.isolates }, ...opening];
}

/** Rules 7 and 8: peers and ports are both needed, one of each is enough, and a list that is empty or absent is open. */
function matchOfRule(rule: Json, own: Json, question: Question): Match {
  const [peers, ports] = [list(rule, caps[question.direction].peers), list(rule, 'ports')];
  return every([
    peers.length === 0 ? 'yes' : any(peers.map((one) => matchOfPeer(one, own, question))),
    ports.length === 0 ? 'yes' : any(ports.map((one) => sure(isPort(one, question.traffic)))),
  ]);
}

/** Rules 9, 10, 13 and 14. */
function matchOfPeer(entry: Json, own: Json, question: Question): Match {
  const { peer } = question;
  const block = get(entry, 'ipBlock');
  if (block !== undefined) return matchOfBlock(block, question);
  if (typeof peer === 'string') return 'no';
  const [places, pods] = [get(entry, 'namespaceSelector'), get(entry, 'podSelector')];
  const isPlace = places === undefined ? peer.namespace === own : takes(places, peer.namespaceLabels);
  return met(isPlace && (pods === undefined || takes(pods, peer.labels)), peer);
}

function matchOfBlock(block: Json, { peer, plugin, facts }: Question): Match {
  if (typeof peer === 'string')
    return sure(isTakenByBlocks(peer, facts) && isInside(peer, text(block, 'cidr'), list(block, 'except')));
  return plugin === 'cilium' ? 'no' : 'maybe';
}

/** Rules 17, 18 and 19. */
function isPort(entry: Json, traffic: Traffic): boolean {
  const [protocol, port] = [get(entry, 'protocol') ?? 'TCP', get(entry, 'port')];
  if (typeof port === 'string') return isNamed(port, protocol, traffic);
  return (
    protocol === traffic.protocol &&
    (port === undefined || isBetween(traffic.port, port, get(entry, 'endPort') ?? port))
  );
}

function isBetween(port: number, first: Json, last: Json): boolean {
  return Number(first) <= port && port <= Number(last);
}

/** What a rule of a policy of the cluster does to one flow, if it is met. */
export interface ClusterRule {
  readonly match: Match;
  readonly action: 'Accept' | 'Deny' | 'Pass';
}

/** Rules 34 to 38, for both versions of the API. Rules of a policy whose subject doesn't hold the pod aren't there. */
export function rulesOfClusterPolicy(object: JsonObject, question: Question): readonly ClusterRule[] {
  if (!isScope(get(object, 'spec', 'subject'), question.pod)) return [];
  return list(object['spec'], question.direction).map((rule) => {
    const written = get(rule, 'action');
    const action = written === 'Allow' ? 'Accept' : (written as ClusterRule['action']);
    const peers = list(rule, caps[question.direction].peers);
    const ports = [...list(rule, 'protocols'), ...list(rule, 'ports')];
    const isKnown = peers.every((one) => hasOneOf(one, PEERS)) && ports.every((one) => hasOneOf(one, PORTS));
    if (!isKnown) return action === 'Accept' ? { match: 'no', action } : { match: 'yes', action: 'Deny' }; // rule 37
    const blocks = peers.flatMap((one) => list(one, 'networks').map(String)); // rule 36
    const places = [...peers.map((one) => matchOfClusterPeer(one, question)), matchOfNetworks(blocks, question.peer)];
    const open = ports.length === 0 ? 'yes' : any(ports.map((one) => sure(isClusterPort(one, question.traffic))));
    return { match: every([any(places), open]), action };
  });
}

const PEERS = ['namespaces', 'pods', 'networks', 'nodes', 'domainNames'];
const PORTS = ['tcp', 'udp', 'sctp', 'destinationNamedPort', 'portNumber', 'portRange', 'namedPort'];

function hasOneOf(entry: Json, keys: readonly string[]): boolean {
  return keys.some((key) => get(entry, key) !== undefined);
}

/** Rule 34: namespaces, or pods in namespaces; pods with the addresses of their nodes aren't among them. */
function isScope(scope: Json, pod: Pod): boolean {
  const [places, pods] = [
    get(scope, 'namespaces') ?? get(scope, 'pods', 'namespaceSelector'),
    get(scope, 'pods', 'podSelector'),
  ];
  return (
    places !== undefined && !pod.hostNetwork && takes(places, pod.namespaceLabels) && takes(pods ?? {}, pod.labels)
  );
}

/** Rule 35: nodes and names have addresses that nobody here knows. */
function matchOfClusterPeer(entry: Json, { peer }: Question): Match {
  const isOutside = typeof peer === 'string';
  if (get(entry, 'nodes') !== undefined) return isOutside || peer.hostNetwork ? 'maybe' : 'no';
  if (get(entry, 'domainNames') !== undefined) return isOutside ? 'maybe' : 'no';
  return sure(!isOutside && isScope(entry, peer));
}

function matchOfNetworks(blocks: readonly string[], peer: End): Match {
  if (typeof peer === 'string') return sure(blocks.some((one) => isInside(peer, one)));
  return blocks.length === 0 ? 'no' : coverAll(blocks) ? 'yes' : 'maybe';
}

function isClusterPort(entry: Json, traffic: Traffic): boolean {
  const name = get(entry, 'destinationNamedPort') ?? get(entry, 'namedPort');
  if (name !== undefined) return isNamed(name, undefined, traffic);
  const older = get(entry, 'portNumber') ?? get(entry, 'portRange');
  const own = get(entry, traffic.protocol.toLowerCase());
  if (older === undefined ? own === undefined : (get(older, 'protocol') ?? 'TCP') !== traffic.protocol) return false;
  const port = older ?? get(own, 'destinationPort');
  const range = get(port, 'range') ?? port;
  const first = get(range, 'start') ?? get(range, 'number') ?? get(range, 'port') ?? 1;
  return isBetween(traffic.port, first, get(range, 'end') ?? (port === undefined ? 65_535 : first));
}

/** Whether a policy of the middle tier is about a pod at all (rules 6 and 43); if not, it says nothing of its flows. */
export function isAbout(object: JsonObject, pod: Pod): boolean {
  if (object['kind'] !== 'NetworkPolicy')
    return specsOf(object).some((spec) => isSubjectOf(get(spec, 'endpointSelector'), ownOf(object), pod));
  const namespace = get(object, 'metadata', 'namespace') ?? 'default';
  return pod.namespace === namespace && takes(get(object, 'spec', 'podSelector'), pod.labels);
}

/** The namespace of a policy of Cilium; undefined for one of the whole cluster. */
function ownOf(object: JsonObject): Json {
  return object['kind'] === 'CiliumNetworkPolicy' ? (get(object, 'metadata', 'namespace') ?? 'default') : undefined;
}

function specsOf(object: JsonObject): readonly Json[] {
  return [object['spec'], ...list(object, 'specs')].filter((one) => one !== undefined);
}

/** Rules 41 to 44: what a policy of Cilium says. */
export function wordsOfCiliumPolicy(object: JsonObject, question: Question): readonly Said[] {
  const { direction, pod } = question;
  const own = ownOf(object);
  return specsOf(object).flatMap((spec) => {
    const subject = met(isSubjectOf(get(spec, 'endpointSelector'), own, pod), pod);
    if (subject === 'no') return [];
    const said = (rules: readonly Json[], word: number): readonly Said[] =>
      rules.map((rule) => ({ match: every([subject, matchOfCiliumRule(rule, own, question)]), word }));
    const [opening, denying] = [list(spec, direction), list(spec, `${direction}Deny`)];
    const isClosing = opening.length + denying.length > 0 && get(spec, 'enableDefaultDeny', direction) !== false; // rule 42
    const closing = isClosing ? [{ match: subject, word: words.isolates }] : [];
    return [...closing, ...said(opening, words.allows), ...said(denying, words.denies)];
  });
}

/** Rule 41: a rule with nothing in it is met by nobody; one with ports alone is met by everybody. */
function matchOfCiliumRule(rule: Json, own: Json, question: Question): Match {
  const { direction, peer, traffic, facts } = question;
  const side = caps[direction].peers;
  const [endpoints, entities] = [list(rule, `${side}Endpoints`), list(rule, `${side}Entities`)];
  const blocks = [...list(rule, `${side}CIDR`).map((cidr) => ({ cidr })), ...list(rule, `${side}CIDRSet`)];
  const isOutside = typeof peer === 'string';
  const places: readonly Match[] = [
    ...endpoints.map((one) => (isOutside ? 'no' : met(isEndpoint(one, own, peer), peer))),
    ...entities.map((one) => matchOfEntity(one, peer, facts)),
    ...blocks.map((one) => matchOfBlock(one, question)),
    ...list(rule, `${side}FQDNs`).map((one) => matchOfName(one, peer)),
  ];
  const ports = list(rule, 'toPorts').flatMap((one) => list(one, 'ports'));
  if (places.length === 0 && ports.length === 0) return 'no';
  return every([
    places.length === 0 ? 'yes' : any(places),
    sure(ports.length === 0 || ports.some((one) => isCiliumPort(one, traffic))),
  ]);
}

/** A policy of a namespace is about pods there, whatever namespace its selector names (rules 6 and 43). */
function isSubjectOf(selector: Json, own: Json, pod: Pod): boolean {
  if (own === undefined) return isEndpoint(selector, own, pod);
  const labels = Object.entries((get(selector, 'matchLabels') ?? {}) as JsonObject);
  const others = labels.filter(([key]) => plain(key) !== NAMESPACE);
  return (
    own === pod.namespace &&
    isEndpoint({ ...(selector as JsonObject), matchLabels: Object.fromEntries(others) }, own, pod)
  );
}

/** The key of a label without the source before it. */
function plain(key: string): string {
  return key.replace(/^(?:k8s|any):/, '');
}

/** Rule 43: selectors are about the policy's namespace, unless they name one or its labels. */
function isEndpoint(selector: Json, own: Json, pod: Pod): boolean {
  const exact = Object.entries((get(selector, 'matchLabels') ?? {}) as JsonObject).map(
    ([key, value]) => [plain(key), value] as const,
  );
  const others = list(selector, 'matchExpressions').map((one) => ({
    ...(one as JsonObject),
    key: plain(text(one, 'key')),
  }));
  const keys = [...exact.map(([key]) => key), ...others.map(({ key }) => key)];
  const isPlaced = keys.some((key) => key === NAMESPACE || key.startsWith(NAMESPACE_LABELS));
  if (!isPlaced && own !== undefined && own !== pod.namespace) return false;
  return takes({ matchLabels: Object.fromEntries(exact), matchExpressions: others }, pod.endpointLabels);
}

/** A protocol that is absent or ANY is every one, port 0 is every port. */
function isCiliumPort(entry: Json, traffic: Traffic): boolean {
  const [written, port] = [get(entry, 'protocol'), text(entry, 'port')];
  const protocol = written === 'ANY' ? undefined : written;
  if (!/^\d+$/.test(port)) return isNamed(port, protocol, traffic);
  if (protocol !== undefined && protocol !== traffic.protocol) return false;
  return port === '0' || isBetween(traffic.port, port, get(entry, 'endPort') ?? port);
}
