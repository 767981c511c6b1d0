import { hasUnresolved, isObject, listAt, numberAt, objectAt, textAt, textsAt, valueAt } from '../json-path';
import { selectsAll } from '../label-selector';
import type { JsonObject, JsonValue, Resource } from '../resource';

/** A direction of traffic as the pods of the policy's namespace see it. */
export type Direction = 'ingress' | 'egress';

/** Ports that a rule opens: a range of one protocol, or a port that pods name themselves. */
export type PortRange =
  | { readonly kind: 'range'; readonly protocol: string; readonly first: number; readonly last: number }
  | { readonly kind: 'named'; readonly protocol: string; readonly name: string };

/** Whom a rule lets talk. */
export type Peer =
  | { readonly kind: 'block'; readonly cidr: string; readonly except: readonly string[] }
  | {
      readonly kind: 'pods';
      /** Namespaces by their labels; undefined is the policy's own.
       * @default - the policy's own namespace
       */
      readonly namespaces?: JsonObject | undefined;
      /** Pods by their labels; undefined is every pod.
       * @default - every pod
       */
      readonly pods?: JsonObject | undefined;
    };

/** One entry of `ingress` or `egress` of a NetworkPolicy. */
export interface NetworkRule {
  readonly policy: Resource;
  readonly direction: Direction;
  /** Where it stands: `spec.ingress[0]`. */
  readonly where: string;
  /** Whether the policy selects every pod of its namespace. */
  readonly everyPod: boolean;
  /** Empty list of the API means everybody, which is written `all` here. */
  readonly peers: 'all' | readonly Peer[];
  readonly ports: 'all' | readonly PortRange[];
  /** Some of it is malformed or can be told by Terraform alone. */
  readonly unclear: boolean;
}

/** The directions that a NetworkPolicy governs; the API's default is ingress, and egress where it has rules. */
export function directionsOf(policy: Resource): readonly Direction[] {
  const types = valueAt(policy.body, 'spec', 'policyTypes');
  if (types === undefined || types === null) {
    return listAt(policy.body, 'spec', 'egress').length > 0 ? ['ingress', 'egress'] : ['ingress'];
  }
  const texts = textsAt(policy.body, 'spec', 'policyTypes');
  return (['ingress', 'egress'] as const).filter((one) => texts.includes(one === 'ingress' ? 'Ingress' : 'Egress'));
}

/** Whether a NetworkPolicy selects every pod of its namespace; a missing selector is an empty one in the API. */
export function selectsEveryPod(policy: Resource): boolean {
  return selectsAll(valueAt(policy.body, 'spec', 'podSelector') ?? {});
}

/** The rules of a NetworkPolicy for a direction that it governs. */
export function rulesOf(policy: Resource, direction: Direction): readonly NetworkRule[] {
  if (!directionsOf(policy).includes(direction)) return [];
  const everyPod = selectsEveryPod(policy);
  return listAt(policy.body, 'spec', direction).map((rule, index) => ({
    policy,
    direction,
    where: `spec.${direction}[${index}]`,
    everyPod,
    ...partsOf(rule, direction === 'ingress' ? 'from' : 'to'),
  }));
}

function partsOf(rule: JsonValue, side: 'from' | 'to'): Pick<NetworkRule, 'peers' | 'ports' | 'unclear'> {
  const written = listAt(rule, side);
  const writtenPorts = listAt(rule, 'ports');
  const peers = written.map(peer).filter((one) => one !== undefined);
  const ports = writtenPorts.map(portRange).filter((one) => one !== undefined);
  const lost = peers.length < written.length || ports.length < writtenPorts.length;
  return {
    peers: written.length === 0 && !isGiven(rule, side) ? 'all' : peers,
    ports: writtenPorts.length === 0 && !isGiven(rule, 'ports') ? 'all' : ports,
    unclear: !isObject(rule) || hasUnresolved(rule) || lost || isGiven(rule, side) || isGiven(rule, 'ports'),
  };
}

/** Whether a member is there and is no list: then nobody can tell what is meant. */
function isGiven(rule: JsonValue, key: string): boolean {
  const value = valueAt(rule, key);
  return value !== undefined && value !== null && !Array.isArray(value);
}

function peer(value: JsonValue): Peer | undefined {
  if (!isObject(value)) return undefined;
  const cidr = textAt(value, 'ipBlock', 'cidr');
  if (cidr !== undefined) return { kind: 'block', cidr, except: textsAt(value, 'ipBlock', 'except') };
  const namespaces = objectAt(value, 'namespaceSelector');
  const pods = objectAt(value, 'podSelector');
  return namespaces === undefined && pods === undefined ? undefined : { kind: 'pods', namespaces, pods };
}

function portRange(value: JsonValue): PortRange | undefined {
  if (!isObject(value)) return undefined;
  const protocol = textAt(value, 'protocol') ?? 'TCP';
  const port = valueAt(value, 'port');
  if (port === undefined || port === null) return { kind: 'range', protocol, first: 1, last: 65_535 };
  if (typeof port === 'string') return { kind: 'named', protocol, name: port };
  if (typeof port !== 'number') return undefined;
  return { kind: 'range', protocol, first: port, last: numberAt(value, 'endPort') ?? port };
}
