import type { JsonObject, JsonValue } from '../../../../resources/resource';
import type { Chance } from './chance';
import {
  json,
  placed,
  randomBlock,
  randomCidr,
  randomPlaces,
  randomPods,
  randomPortName,
  randomPorts,
  randomSelector,
} from './vocabulary';

type Direction = 'ingress' | 'egress';
const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];
const PEERS = { ingress: 'from', egress: 'to' } as const;

/** Kinds of policies. */
export type PolicyKind =
  | 'NetworkPolicy'
  | 'CiliumNetworkPolicy'
  | 'CiliumClusterwideNetworkPolicy'
  | 'ClusterNetworkPolicy'
  | 'AdminNetworkPolicy'
  | 'BaselineAdminNetworkPolicy';

/** The kinds that some cluster has: often few of them, so that their policies meet. */
export function randomKinds(chance: Chance): readonly PolicyKind[] {
  // A network plugin speaks one version of the API of the cluster's policies.
  const tiered: readonly PolicyKind[] = chance.once(3)
    ? ['AdminNetworkPolicy', 'AdminNetworkPolicy', 'BaselineAdminNetworkPolicy']
    : ['ClusterNetworkPolicy'];
  const cilium: readonly PolicyKind[] = ['CiliumNetworkPolicy', 'CiliumClusterwideNetworkPolicy'];
  const kinds = chance.some<readonly PolicyKind[]>([['NetworkPolicy'], cilium, tiered]).flat();
  return kinds.length === 0 ? ['NetworkPolicy', ...cilium, ...tiered] : kinds;
}

/** A policy of a kind, in one of the namespaces if it needs one. */
export function randomPolicy(
  chance: Chance,
  {
    kind,
    name,
    namespaces,
  }: { readonly kind: PolicyKind; readonly name: string; readonly namespaces: readonly string[] },
): JsonObject {
  const place = placed(chance, { name, namespace: chance.pick(namespaces) });
  switch (kind) {
    case 'NetworkPolicy':
      return networkPolicy(chance, place);
    case 'CiliumNetworkPolicy':
      return ciliumPolicy(chance, kind, place);
    case 'CiliumClusterwideNetworkPolicy':
      return ciliumPolicy(chance, kind, { name });
    case 'ClusterNetworkPolicy':
      return clusterPolicy(chance, name);
    case 'AdminNetworkPolicy':
      return olderPolicy(chance, kind, name);
    case 'BaselineAdminNetworkPolicy':
      return olderPolicy(chance, kind, 'default');
  }
}

/** A part that is there, is empty, or isn't there at all. */
function perhaps<T>(chance: Chance, make: () => readonly T[]): readonly T[] | undefined {
  return chance.once(5) ? undefined : chance.once(6) ? [] : make();
}

function networkPolicy(chance: Chance, metadata: JsonObject): JsonObject {
  const rules = (direction: Direction): JsonValue | undefined =>
    perhaps(chance, () => chance.many(1, 2, () => networkRule(chance, direction)));
  const policyTypes = chance.once(2) ? undefined : chance.pick([['Ingress'], ['Egress'], ['Ingress', 'Egress']]);
  const spec = json({
    podSelector: randomPods(chance),
    policyTypes,
    ingress: rules('ingress'),
    egress: rules('egress'),
  });
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec };
}

function networkRule(chance: Chance, direction: Direction): JsonObject {
  return json({
    [PEERS[direction]]: perhaps(chance, () => chance.many(1, 2, () => networkPeer(chance))),
    ports: perhaps(chance, () => chance.many(1, 2, () => networkPort(chance))),
  });
}

function networkPeer(chance: Chance): JsonObject {
  if (chance.once(3)) return { ipBlock: json({ ...randomBlock(chance) }) };
  const [podSelector, namespaceSelector] = [randomPods(chance), randomPlaces(chance)];
  return chance.pick<JsonObject>([{ podSelector }, { namespaceSelector }, { podSelector, namespaceSelector }]);
}

function networkPort(chance: Chance): JsonObject {
  const protocol = chance.pick(['TCP', 'UDP', 'SCTP', undefined]);
  const { first, last } = randomPorts(chance);
  const [port, endPort] = chance.pick([
    [first, last],
    [first, undefined],
    [randomPortName(chance), undefined],
    [undefined, undefined],
  ]);
  return json({ protocol, port, endPort });
}

/** How one version of the API of the cluster's policies calls things. */
interface Version {
  readonly actions: readonly string[];
  readonly allow: string;
  readonly ports: string;
  readonly port: (chance: Chance, isNamed: boolean) => JsonObject;
}

const newer: Version = { actions: ['Accept', 'Deny', 'Pass'], allow: 'Accept', ports: 'protocols', port: clusterPort };
const older: Version = { actions: ['Allow', 'Deny', 'Pass'], allow: 'Allow', ports: 'ports', port: olderPort };

function clusterPolicy(chance: Chance, name: string): JsonObject {
  const spec = {
    tier: chance.pick(['Admin', 'Baseline']),
    priority: chance.pick([0, 5, 10, 1000]),
    subject: scope(chance),
    ...bothRules(chance, newer),
  };
  return { apiVersion: 'policy.networking.k8s.io/v1alpha2', kind: 'ClusterNetworkPolicy', metadata: { name }, spec };
}

function olderPolicy(chance: Chance, kind: string, name: string): JsonObject {
  const isAdmin = kind === 'AdminNetworkPolicy';
  const version = isAdmin ? older : { ...older, actions: ['Allow', 'Deny'] };
  const spec = json({
    priority: isAdmin ? chance.pick([0, 5, 10]) : undefined,
    subject: scope(chance),
    ...bothRules(chance, version),
  });
  return { apiVersion: 'policy.networking.k8s.io/v1alpha1', kind, metadata: { name }, spec };
}

function bothRules(chance: Chance, version: Version): JsonObject {
  const rules = (direction: Direction): JsonValue | undefined =>
    perhaps(chance, () => chance.many(1, 3, () => clusterRule(chance, direction, version)));
  return json({ ingress: rules('ingress'), egress: rules('egress') });
}

function scope(chance: Chance): JsonObject {
  // Often everybody, so that policies of several priorities meet.
  if (chance.once(4)) return { namespaces: {} };
  const [podSelector, namespaceSelector] = [randomPods(chance), randomPlaces(chance)];
  return chance.once(2) ? { namespaces: namespaceSelector } : { pods: { podSelector, namespaceSelector } };
}

function clusterRule(chance: Chance, direction: Direction, { actions, allow, ports, port }: Version): JsonObject {
  const action = chance.pick(actions);
  const isOutside = direction === 'egress' && chance.once(2);
  const peers = isOutside
    ? chance.many(1, 2, () => outsidePeer(chance, action === allow))
    : chance.many(1, 2, () => scope(chance));
  // The schema refuses names of ports where a peer isn't in the cluster.
  const listed = chance.once(3) ? undefined : chance.many(1, 2, () => port(chance, !isOutside));
  return json({ action, [PEERS[direction]]: peers, [ports]: listed });
}

function outsidePeer(chance: Chance, isAllowing: boolean): JsonObject {
  if (chance.once(5)) return { nodes: randomSelector(chance, ['zone']) };
  if (isAllowing && chance.once(5)) return { domainNames: ['*.example.vn'] };
  const networks = chance.once(4) ? ['0.0.0.0/0', '::/0'] : chance.many(1, 3, () => randomCidr(chance));
  return { networks: [...new Set(networks)] };
}

function clusterPort(chance: Chance, isNamed: boolean): JsonObject {
  if (isNamed && chance.once(3)) return { destinationNamedPort: randomPortName(chance) };
  const { first, last } = randomPorts(chance);
  const destinationPort = last === undefined ? { number: first } : { range: { start: first, end: last } };
  return { [chance.pick(['tcp', 'udp', 'sctp'])]: chance.once(4) ? {} : { destinationPort } };
}

function olderPort(chance: Chance, isNamed: boolean): JsonObject {
  if (isNamed && chance.once(3)) return { namedPort: randomPortName(chance) };
  const protocol = chance.pick(['TCP', 'UDP', 'SCTP']);
  const { first, last } = randomPorts(chance);
  if (last === undefined) return { portNumber: { protocol, port: first } };
  return { portRange: json({ protocol: chance.once(4) ? undefined : protocol, start: first, end: last }) };
}

function ciliumPolicy(chance: Chance, kind: string, metadata: JsonObject): JsonObject {
  const specs = chance.once(5) ? { specs: chance.many(1, 2, () => ciliumSpec(chance)) } : { spec: ciliumSpec(chance) };
  return { apiVersion: 'cilium.io/v2', kind, metadata, ...specs };
}

function ciliumSpec(chance: Chance): JsonObject {
  const sections = DIRECTIONS.flatMap((direction) => {
    const allowing = perhaps(chance, () => chance.many(1, 2, () => ciliumRule(chance, direction, true)));
    const denying = chance.once(2) ? undefined : chance.many(1, 2, () => ciliumRule(chance, direction, false));
    return [[direction, allowing] as const, [`${direction}Deny`, denying] as const];
  });
  // One without any rule is refused.
  const isEmpty = sections.every(([, rules]) => rules === undefined || rules.length === 0);
  return json({
    endpointSelector: chance.once(6) ? ciliumPeer(chance) : ciliumPods(chance),
    enableDefaultDeny: chance.once(3) ? defaultDeny(chance) : undefined,
    ...Object.fromEntries(sections),
    ...(isEmpty ? { ingress: [{}] } : {}),
  });
}

function defaultDeny(chance: Chance): JsonObject {
  return Object.fromEntries(chance.some(DIRECTIONS).map((one) => [one, chance.once(2)]));
}

/** A rule names its peers in one way at most. An empty one is a rule too, if it opens. */
function ciliumRule(chance: Chance, direction: Direction, isAllowing: boolean): JsonObject {
  if (isAllowing && chance.once(8)) return {};
  const side = PEERS[direction];
  const toPorts = chance.many(1, 2, () => ({ ports: chance.many(1, 2, () => ciliumPort(chance)) }));
  const ports = chance.once(2) ? {} : { toPorts };
  switch (chance.below(5)) {
    case 0:
      return { [`${side}Entities`]: chance.many(1, 2, () => chance.pick(['world', 'all', 'cluster'])), ...ports };
    case 1:
      return { [`${side}CIDR`]: chance.many(1, 2, () => randomCidr(chance)), ...ports };
    case 2:
      return { [`${side}CIDRSet`]: chance.many(1, 2, () => json({ ...randomBlock(chance) })), ...ports };
    case 3:
      return { toPorts };
    default:
      return { [`${side}Endpoints`]: chance.many(1, 2, () => ciliumPeer(chance)), ...ports };
  }
}

function ciliumPods(chance: Chance): JsonObject {
  return randomSelector(chance, ['app', 'tier'], chance.pick(['', 'k8s:', 'any:']));
}

function ciliumPeer(chance: Chance): JsonObject {
  const pods = ciliumPods(chance);
  const place = chance.pick<JsonObject>([
    {},
    {},
    { 'k8s:io.kubernetes.pod.namespace': chance.pick(['amber', 'birch']) },
    { 'io.kubernetes.pod.namespace': 'coral' },
    { 'k8s:io.cilium.k8s.namespace.labels.team': chance.pick(['red', 'blue']) },
  ]);
  const labels = { ...(pods['matchLabels'] as JsonObject | undefined), ...place };
  return Object.keys(labels).length === 0 ? pods : { ...pods, matchLabels: labels };
}

function ciliumPort(chance: Chance): JsonObject {
  const protocol = chance.pick(['TCP', 'UDP', 'SCTP', 'ANY', undefined]);
  const { first, last } = randomPorts(chance);
  if (chance.once(4)) return json({ port: chance.pick(['web', 'dns', 'none', '0']), protocol });
  return json({ port: String(first), endPort: last, protocol });
}
