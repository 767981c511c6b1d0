import { isObject, valueAt } from '../../json-path';
import type { JsonObject, JsonValue, Resource } from '../../resource';
import { directions, type Direction, type Peer, type PolicyRule, type ReadPolicy } from './policy';
import { readBlock, readList, readPorts, readSelector } from './read-parts';
import { Troubles } from './troubles';

const NOBODY: Peer = { kind: 'nobody' };

/** Reads a NetworkPolicy of networking.k8s.io/v1. */
export function readNetworkPolicy(resource: Resource): ReadPolicy {
  const troubles = new Troubles(resource);
  const spec = valueAt(resource.body, 'spec');
  const pods = readSelector(valueAt(spec, 'podSelector') ?? {}, 'spec.podSelector', troubles);
  const governed = readDirections(spec, troubles);
  const rules = Object.fromEntries(
    governed.map((direction) => [
      direction,
      readList(valueAt(spec, direction), `spec.${direction}`, troubles).map((rule, index) =>
        readRule(rule, { where: `spec.${direction}[${index}]`, direction, troubles }),
      ),
    ]),
  );
  const subject = { kind: 'pods', namespaces: 'own', pods: pods ?? {}, onNodes: 'perhaps' } as const;
  const policy = { resource, tier: 'namespace', priority: 0, subject, rules, isolates: true } as const;
  return { policies: pods === undefined ? [] : [policy], troubles: troubles.list };
}

/** Without `policyTypes` it governs what comes in, and what goes out only where it has rules for that. */
function readDirections(spec: JsonValue | undefined, troubles: Troubles): readonly Direction[] {
  const written = valueAt(spec, 'policyTypes');
  if (written === undefined || written === null || (Array.isArray(written) && written.length === 0)) {
    const egress = valueAt(spec, 'egress');
    return Array.isArray(egress) && egress.length > 0 ? directions : ['ingress'];
  }
  const types = readList(written, 'spec.policyTypes', troubles);
  for (const [index, type] of types.entries()) {
    if (type !== 'Ingress' && type !== 'Egress') troubles.add(`spec.policyTypes[${index}]`, type, 'Ingress or Egress');
  }
  return directions.filter((one) => types.includes(one === 'ingress' ? 'Ingress' : 'Egress'));
}

interface RulePlace {
  readonly where: string;
  readonly direction: Direction;
  readonly troubles: Troubles;
}

function readRule(rule: JsonValue, { where, direction, troubles }: RulePlace): PolicyRule {
  if (!isObject(rule) && rule !== null) troubles.add(where, rule, 'a rule with peers and ports');
  const side = direction === 'ingress' ? 'from' : 'to';
  const written = readList(valueAt(rule, side), `${where}.${side}`, troubles);
  const peers = written.map((one, index) => readPeer(one, `${where}.${side}[${index}]`, troubles));
  return {
    action: 'accept',
    where,
    peers: written.length === 0 ? [{ kind: 'everybody' }] : peers,
    traffic: readPorts(valueAt(rule, 'ports'), `${where}.ports`, troubles),
  };
}

function readPeer(peer: JsonValue, where: string, troubles: Troubles): Peer {
  if (!isObject(peer)) return troubles.add(where, peer, 'a peer') ?? NOBODY;
  const block = valueAt(peer, 'ipBlock') ?? undefined;
  const [namespaces, pods] = [
    valueAt(peer, 'namespaceSelector') ?? undefined,
    valueAt(peer, 'podSelector') ?? undefined,
  ];
  if (block !== undefined) {
    if (namespaces !== undefined || pods !== undefined) troubles.add(where, Object.keys(peer), 'an ipBlock alone');
    return readBlock(block, `${where}.ipBlock`, troubles) ?? NOBODY;
  }
  if (namespaces === undefined && pods === undefined)
    return troubles.add(where, peer, 'podSelector, namespaceSelector or ipBlock') ?? NOBODY;
  return readPodPeer({ namespaces, pods }, where, troubles);
}

function readPodPeer(
  { namespaces, pods }: { readonly namespaces: JsonValue | undefined; readonly pods: JsonValue | undefined },
  where: string,
  troubles: Troubles,
): Peer {
  const everyPod: JsonObject = {};
  const podSelector = pods === undefined ? everyPod : readSelector(pods, `${where}.podSelector`, troubles);
  const namespaceSelector =
    namespaces === undefined ? 'own' : readSelector(namespaces, `${where}.namespaceSelector`, troubles);
  if (podSelector === undefined || namespaceSelector === undefined) return NOBODY;
  return { kind: 'pods', namespaces: namespaceSelector, pods: podSelector, onNodes: 'perhaps' };
}
