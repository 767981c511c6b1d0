import type { JsonObject, JsonValue } from '../../../../resources/resource';
import { saidBy } from './brute-force';
import { changeRules, type RulePlace } from './brute-rules';
import { get, isInside, list, text, tryText, type Json, type Pod } from './matching';
import { rulesOfClusterPolicy, words, type Question } from './verdicts';

/** What the entries of a policy map are counted over: pods, rules and blocks of one cluster. */
export interface CountedCluster {
  readonly pods: readonly Pod[];
  readonly rules: readonly RulePlace[];
  /** Every block that a policy names. */
  readonly blocks: readonly string[];
}

/** Labels by which Cilium tells pods apart, as text. */
export function identityOf(pod: Pod): string {
  return JSON.stringify(Object.entries(pod.endpointLabels).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The entries of one direction of a pod's policy map, each as text, written out one by one from the objects. */
export function entriesOf(cluster: CountedCluster, pod: Pod, direction: RulePlace['direction']): ReadonlySet<string> {
  const found = new Set<string>();
  for (const place of cluster.rules) {
    if (place.direction !== direction || !isSubject(place, pod)) continue;
    for (const peer of peersOf(cluster, place)) {
      const called = direction === 'ingress' ? [pod] : cluster.pods.filter((one) => isPeer(peer, one));
      for (const port of portsOf(place, called)) found.add(`${peer} ${port}`);
    }
  }
  return found;
}

function isPeer(peer: string, pod: Pod): boolean {
  return peer === '*' || (!pod.hostNetwork && peer === identityOf(pod));
}

function askedOf(pod: Pod, peer: Pod | string, direction: RulePlace['direction']): Question {
  const traffic = { protocol: 'TCP', port: 1, to: direction === 'ingress' ? pod : peer };
  return { direction, pod, peer, traffic, plugin: 'cilium' };
}

/** The rule as it is written, or another in its place, alone in its object. */
function alone(place: RulePlace, rule?: JsonValue): JsonObject {
  return changeRules(place, true, (rules, at) => (rule === undefined ? rules.slice(at, at + 1) : [rule]));
}

function isSubject(place: RulePlace, pod: Pod): boolean {
  const question = askedOf(pod, '192.0.2.1', place.direction);
  const object = alone(place);
  return rulesOfClusterPolicy(object, question).length > 0 || saidBy(object, question).length > 0;
}

/** Whether a rule that names only this peer takes a pod, on some port at least. */
function takesPeer(place: RulePlace, rule: JsonObject, peer: Pod): boolean {
  const object = alone(place, rule);
  const question = { ...askedOf(peer, peer, place.direction), pod: peer };
  if (text(object, 'kind').startsWith('Cilium') || object['kind'] === 'NetworkPolicy') {
    const open = openSubject(object);
    return saidBy(open, { ...question, pod: subjectIn(object, peer) }).some(
      ({ match, word }) => match !== 'no' && (word === words.allows || word === words.denies),
    );
  }
  const everybody = { ...object, spec: { ...(object['spec'] as JsonObject), subject: { namespaces: {} } } };
  return rulesOfClusterPolicy(everybody, { ...question, pod: { ...peer, hostNetwork: false } }).some(
    ({ match }) => match !== 'no',
  );
}

/** The object about all pods that it may be about. */
function openSubject(object: JsonObject): JsonObject {
  const open = (spec: JsonValue): JsonValue => ({ ...(spec as JsonObject), podSelector: {}, endpointSelector: {} });
  return {
    ...object,
    ...(object['spec'] === undefined ? {} : { spec: open(object['spec']) }),
    specs: list(object, 'specs').map(open),
  };
}

/** A pod where the object governs. */
function subjectIn(object: JsonObject, like: Pod): Pod {
  return { ...like, namespace: tryText(object, 'metadata', 'namespace') ?? 'default', hostNetwork: false };
}

function peersOf({ pods, blocks }: CountedCluster, place: RulePlace): readonly string[] {
  const { object, direction } = place;
  const rule = ruleOf(place);
  const side = direction === 'ingress' ? 'from' : 'to';
  const inside = (outer: Json, except: readonly JsonValue[] = []): readonly string[] =>
    blocks.filter((one) => isInside(one, String(outer as string), except));
  const selected = (peer: JsonObject): readonly string[] =>
    pods.filter((one) => !one.hostNetwork && takesPeer(place, peer, one)).map(identityOf);
  if (!text(object, 'kind').startsWith('Cilium')) {
    const peers = list(rule, side);
    const action = get(rule, 'action');
    if (peers.length === 0) return ['*'];
    return peers.flatMap((peer) => {
      const block = get(peer, 'ipBlock');
      if (block !== undefined) return inside(get(block, 'cidr'), list(block, 'except'));
      if (get(peer, 'networks') !== undefined) return list(peer, 'networks').flatMap((one) => inside(one));
      if (get(peer, 'nodes') !== undefined) return ['nodes'];
      if (get(peer, 'domainNames') !== undefined) return ['names'];
      return selected({ ...(action === undefined ? {} : { action }), [side]: [peer] });
    });
  }
  const world = ['4', '6'].map((family) => `world ${family}`);
  const entities: Readonly<Record<string, readonly string[]>> = {
    all: ['*'],
    world: [...world, ...blocks],
    cluster: [...pods.filter((one) => !one.hostNetwork).map(identityOf), 'nodes'],
  };
  const named = [
    ...list(rule, `${side}Endpoints`).flatMap((one) => selected({ [`${side}Endpoints`]: [one] })),
    ...list(rule, `${side}Entities`).flatMap((one) => entities[String(one as string)] ?? []),
    ...list(rule, `${side}CIDR`).flatMap((one) => inside(one)),
    ...list(rule, `${side}CIDRSet`).flatMap((one) => inside(get(one, 'cidr'), list(one, 'except'))),
  ];
  const namesPeers = Object.keys(rule).some((key) => key.startsWith(side) && key !== 'toPorts');
  if (namesPeers) return named;
  return get(rule, 'toPorts') === undefined ? [] : ['*'];
}

/** A rule as it is written. */
export function ruleOf(place: RulePlace): JsonObject {
  const object = alone(place);
  const spec = object['spec'] ?? list(object, 'specs')[0];
  const rules = ['ingress', 'ingressDeny', 'egress', 'egressDeny'].flatMap((key) => list(spec, key));
  return rules[0] as JsonObject;
}

/** Ports of a rule as pieces of a map; names are looked up at the pods that are called. */
function portsOf(place: RulePlace, called: readonly Pod[]): readonly string[] {
  const rule = ruleOf(place);
  const entries = text(place.object, 'kind').startsWith('Cilium')
    ? list(rule, 'toPorts').flatMap((one) => list(one, 'ports'))
    : [...list(rule, 'ports'), ...list(rule, 'protocols')];
  if (entries.length === 0) return ['*'];
  return entries.flatMap((entry) => piecesOf(entry, called, place));
}

function piecesOf(entry: JsonValue, called: readonly Pod[], { object }: RulePlace): readonly string[] {
  const every = ['TCP', 'UDP', 'SCTP'];
  const isAnyByDefault = object['kind'] !== 'NetworkPolicy';
  const own = every.find((one) => get(entry, one.toLowerCase()) !== undefined);
  const older = get(entry, 'portNumber') ?? get(entry, 'portRange');
  const written = tryText(entry, 'protocol') ?? tryText(older, 'protocol') ?? own;
  const isAny = written === 'ANY' || (written === undefined && isAnyByDefault && older === undefined);
  const protocols = isAny ? every : [written ?? 'TCP'];
  const port = get(entry, 'port');
  const name =
    tryText(entry, 'destinationNamedPort') ??
    tryText(entry, 'namedPort') ??
    (typeof port === 'string' && !/^\d+$/.test(port) ? port : undefined);
  if (name !== undefined) {
    const declared = called.flatMap(({ ports }) => ports).filter((one) => get(one, 'name') === name);
    return declared
      .filter((one) => protocols.includes(tryText(one, 'protocol') ?? 'TCP'))
      .map((one) => `${tryText(one, 'protocol') ?? 'TCP'} ${Number(get(one, 'containerPort'))}+1`);
  }
  const target = get(entry, own?.toLowerCase() ?? '', 'destinationPort');
  const first =
    port ?? get(target, 'number') ?? get(target, 'range', 'start') ?? get(older, 'port') ?? get(older, 'start');
  const last = get(entry, 'endPort') ?? get(target, 'range', 'end') ?? get(older, 'end') ?? first;
  const isAll = first === undefined || first === '0' || (Number(first) === 1 && Number(last) === 65_535);
  return protocols.flatMap((protocol) =>
    isAll ? [`${protocol} all`] : halves(0, 65_536, [Number(first), Number(last)]).map((one) => `${protocol} ${one}`),
  );
}

/** The largest halves of halves of all ports that lie in a range. */
function halves(start: number, size: number, range: readonly [number, number]): readonly string[] {
  const end = start + size - 1;
  if (end < range[0] || start > range[1]) return [];
  if (range[0] <= start && end <= range[1]) return [`${start}+${size}`];
  return [...halves(start, size / 2, range), ...halves(start + size / 2, size / 2, range)];
}
