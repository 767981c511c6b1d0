import type { JsonObject, JsonValue } from '../../../../resources/resource';
import { get, isInside, list, text, type Json } from './matching';

/** Whether a value is what a schema takes; null is as if nothing were written. */
type Check = (value: Json) => boolean;

const isNothing: Check = (value) => value === undefined || value === null;
const isRecord = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const optional =
  (check: Check): Check =>
  (value) =>
    isNothing(value) || check(value);
const matching =
  (pattern: RegExp, most = 1_000): Check =>
  (value) =>
    typeof value === 'string' && value.length <= most && pattern.test(value);
const among =
  (...all: readonly JsonValue[]): Check =>
  (value) =>
    value !== undefined && all.includes(value);
const whole =
  (least: number, most: number): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
/** An object of which these members are looked at; others may stand beside them. */
const some =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(checks).every(([key, check]) => check(value[key]));
const members =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    some(checks)(value) &&
    Object.entries(value as JsonObject).every(([key, one]) => Object.hasOwn(checks, key) || one === null);
const listOf =
  (check: Check, least = 0, most = Number.POSITIVE_INFINITY): Check =>
  (value) =>
    Array.isArray(value) &&
    value.length >= least &&
    value.length <= most &&
    value.every((one: JsonValue) => check(one));
const mapOf =
  (key: Check, check: Check): Check =>
  (value) =>
    isRecord(value) && Object.entries(value).every(([name, one]) => key(name) && check(one));
const both =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.every((check) => check(value));
const counted =
  (keys: readonly string[], least: number, most: number): Check =>
  (value) => {
    const found = keys.filter((key) => !isNothing(get(value, key))).length;
    return found >= least && found <= most;
  };

const labelName = /^(?:[a-z0-9](?:[-.a-z0-9]*[a-z0-9])?\/)?[A-Za-z0-9](?:[-._A-Za-z0-9]{0,61}[A-Za-z0-9])?$/;
const labelKey = matching(labelName);
const labelValue: Check = (value) =>
  value === '' || (typeof value === 'string' && matching(labelName, 63)(value) && !value.includes('/'));
const portName: Check = (value) =>
  matching(/^[a-z0-9](?:-?[a-z0-9])*$/, 15)(value) && typeof value === 'string' && /[a-z]/.test(value);
const portNumber = whole(1, 65_535);
const protocol = optional(among('TCP', 'UDP', 'SCTP'));

const expression = both(
  members({
    key: labelKey,
    operator: among('In', 'NotIn', 'Exists', 'DoesNotExist'),
    values: optional(listOf(labelValue)),
  }),
  (value) => list(value, 'values').length > 0 === text(value, 'operator').endsWith('In'),
);
const selector = members({
  matchLabels: optional(mapOf(labelKey, labelValue)),
  matchExpressions: optional(listOf(expression)),
});

const byte = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const block4 = matching(new RegExp(`^${byte}(?:\\.${byte}){3}/(?:3[0-2]|[12]?\\d)$`));
const block6 = matching(/^[0-9a-f:]*::[0-9a-f]*\/(?:12[0-8]|1[01]\d|\d{1,2})$/);
const cidr: Check = (value) => block4(value) || block6(value);

const ipBlock = both(members({ cidr, except: optional(listOf(cidr)) }), (value) =>
  list(value, 'except').every((one) => {
    const [own, outer] = [text(one), text(value, 'cidr')].map((block) => block.split('/'));
    return isInside(own?.[0] ?? '', text(value, 'cidr')) && Number(own?.[1]) > Number(outer?.[1]);
  }),
);
const PEERS = ['podSelector', 'namespaceSelector', 'ipBlock'];
const peer = both(
  members({ podSelector: optional(selector), namespaceSelector: optional(selector), ipBlock: optional(ipBlock) }),
  counted(PEERS, 1, 2),
  (value) => isNothing(get(value, 'ipBlock')) || counted(PEERS, 1, 1)(value),
);
const port = both(
  members({ protocol, port: optional((value) => portNumber(value) || portName(value)), endPort: optional(portNumber) }),
  (value) =>
    isNothing(get(value, 'endPort')) ||
    (typeof get(value, 'port') === 'number' && Number(get(value, 'endPort')) >= Number(get(value, 'port'))),
);
const rules = (side: string): Check =>
  optional(listOf(optional(members({ [side]: optional(listOf(peer)), ports: optional(listOf(optional(port))) }))));

const networkPolicy = members({
  podSelector: optional(selector),
  policyTypes: optional(listOf(among('Ingress', 'Egress'), 0, 2)),
  ingress: rules('from'),
  egress: rules('to'),
});

const pods = members({ namespaceSelector: selector, podSelector: selector });
const SCOPES = ['namespaces', 'pods'];
const OUTSIDE = ['networks', 'nodes', 'domainNames'];
const scope = both(members({ namespaces: optional(selector), pods: optional(pods) }), counted(SCOPES, 1, 1));
const networks = both(listOf(cidr, 1, 25), (value) => !Array.isArray(value) || new Set(value).size === value.length);
const outside = both(
  members({
    namespaces: optional(selector),
    pods: optional(pods),
    networks: optional(networks),
    nodes: optional(selector),
    domainNames: optional(listOf(matching(/./), 1, 25)),
  }),
  counted([...SCOPES, ...OUTSIDE], 1, 1),
);
const range = both(
  members({ start: portNumber, end: portNumber }),
  (value) => Number(get(value, 'start')) < Number(get(value, 'end')),
);
const destination = both(
  members({ number: optional(portNumber), range: optional(range) }),
  counted(['number', 'range'], 1, 1),
);
const ofProtocol = members({ destinationPort: optional(destination) });
const PROTOCOLS = { tcp: optional(ofProtocol), udp: optional(ofProtocol), sctp: optional(ofProtocol) };
const protocols = both(
  members({ ...PROTOCOLS, destinationNamedPort: optional(matching(/^/)) }),
  counted([...Object.keys(PROTOCOLS), 'destinationNamedPort'], 1, 1),
);
const clusterRule = (side: string, ofPeers: Check): Check =>
  both(
    members({
      name: optional(matching(/^/, 100)),
      action: among('Accept', 'Deny', 'Pass'),
      [side]: listOf(ofPeers, 1, 25),
      protocols: optional(listOf(protocols, 1, 25)),
    }),
    (value) => {
      const [peers, ports] = [list(value, side), list(value, 'protocols')];
      const isNamed = ports.some((one) => !isNothing(get(one, 'destinationNamedPort')));
      const isOutside = peers.some((one) => !counted(OUTSIDE, 0, 0)(one));
      const hasNames = peers.some((one) => !isNothing(get(one, 'domainNames')));
      return !(isNamed && isOutside) && !(hasNames && get(value, 'action') !== 'Accept');
    },
  );
const clusterPolicy = members({
  tier: among('Admin', 'Baseline'),
  priority: whole(0, 1_000),
  subject: scope,
  ingress: optional(listOf(clusterRule('from', scope), 0, 25)),
  egress: optional(listOf(clusterRule('to', outside), 0, 25)),
});

const containerPort = some({
  name: optional((value) => value === '' || portName(value)),
  containerPort: portNumber,
  protocol,
});
const container = some({ ports: optional(listOf(containerPort)) });
const podSpec = some({
  hostNetwork: optional(among(true, false)),
  containers: optional(listOf(container)),
});
const labels = optional(mapOf(labelKey, labelValue));

/** Whether an API server takes an object of these kinds, as far as this engine reads it (fields that are pruned are wrong too). */
export function isValid(object: JsonObject): boolean {
  const { kind, spec } = object;
  if (kind === 'NetworkPolicy') return optional(networkPolicy)(spec);
  if (kind === 'ClusterNetworkPolicy') return clusterPolicy(spec);
  if (kind === 'Pod') return labels(get(object, 'metadata', 'labels')) && optional(podSpec)(spec);
  throw new Error(`nobody here knows whether a ${text(kind)} is valid`);
}
