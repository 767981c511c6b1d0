import { isObject, valueAt } from '../../json-path';
import type { JsonValue, Resource } from '../../resource';
import { anybody, directions, type Direction, type Peer, type PolicyRule, type ReadPolicy } from './policy';
import { readBlock, readList, readPorts, readRuleList, refuseUnknown } from './read-parts';
import { readLabelSelector } from './read-selector';
import { NOT_IN_FORCE, Troubles } from './troubles';

/**
 * Reads a NetworkPolicy of networking.k8s.io/v1. One that a server refuses is read as the widest that it may mean, and
 * nobody can tell whether it is in force: it opens nothing for certain and closes nothing for certain.
 */
export function readNetworkPolicy(resource: Resource): ReadPolicy {
  const troubles = new Troubles(resource, NOT_IN_FORCE);
  const spec = valueAt(resource.body, 'spec') ?? {};
  if (!isObject(spec)) troubles.add('spec', spec, 'what the policy says');
  refuseUnknown(spec, { where: 'spec', known: ['podSelector', 'policyTypes', 'ingress', 'egress'], troubles });
  const pods = readLabelSelector(valueAt(spec, 'podSelector') ?? {}, 'spec.podSelector', troubles);
  const governed = readDirections(spec, troubles);
  const written = directions.map((direction) => {
    const list = readRuleList(valueAt(spec, direction), `spec.${direction}`, troubles);
    const where = (index: number): string => `spec.${direction}[${index}]`;
    return [
      direction,
      list.map((rule, index) => readRule(rule, { where: where(index), direction, troubles })),
    ] as const;
  });
  const rules = Object.fromEntries(written.filter(([direction]) => governed.includes(direction)));
  const subject = { kind: 'pods', namespaces: 'own', pods: pods ?? {}, onNodes: 'perhaps' } as const;
  // Rules of a direction that it doesn't govern count for nothing, but a server looks at them too.
  const isDoubtful = troubles.refused > 0;
  const policy = { resource, tier: 'namespace', priority: 0, subject, rules, isolates: true, isDoubtful } as const;
  return { policies: [policy], troubles: troubles.list };
}

/** Without `policyTypes` it governs what comes in, and what goes out only where it has rules for that. */
function readDirections(spec: JsonValue | undefined, troubles: Troubles): readonly Direction[] {
  const types = readList(valueAt(spec, 'policyTypes'), 'spec.policyTypes', troubles);
  const wrong = types.findIndex((type) => type !== 'Ingress' && type !== 'Egress');
  const where = `spec.policyTypes[${wrong}]`;
  // Whoever wrote another type may have meant either.
  if (wrong !== -1) return troubles.add(where, types[wrong], 'Ingress or Egress') ?? directions;
  if (types.length > directions.length)
    return troubles.add('spec.policyTypes', types, 'Ingress, Egress or both') ?? directions;
  if (types.length === 0) {
    const egress = valueAt(spec, 'egress') ?? [];
    return Array.isArray(egress) && egress.length === 0 ? ['ingress'] : directions;
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
  refuseUnknown(rule, { where, known: [side, 'ports'], troubles });
  const written = readList(valueAt(rule, side), `${where}.${side}`, troubles);
  const peers = written.flatMap((one, index) => readPeer(one, `${where}.${side}[${index}]`, troubles) ?? anybody);
  return {
    action: 'accept',
    where,
    peers: written.length === 0 ? anybody : peers,
    traffic: readPorts(valueAt(rule, 'ports'), `${where}.ports`, troubles),
  };
}

const PEER_FIELDS = ['podSelector', 'namespaceSelector', 'ipBlock'];

/** Whom an entry names, or undefined when it can't be read. */
function readPeer(peer: JsonValue, where: string, troubles: Troubles): Peer | undefined {
  if (!isObject(peer)) return troubles.add(where, peer, 'a peer');
  refuseUnknown(peer, { where, known: PEER_FIELDS, troubles });
  const [pods, namespaces, block] = PEER_FIELDS.map((field) => peer[field] ?? undefined);
  if (block !== undefined) {
    if (namespaces !== undefined || pods !== undefined)
      return troubles.add(where, Object.keys(peer), 'an ipBlock alone, or selectors');
    refuseUnknown(block, { where: `${where}.ipBlock`, known: ['cidr', 'except'], troubles });
    return readBlock(block, `${where}.ipBlock`, troubles);
  }
  if (namespaces === undefined && pods === undefined) return troubles.add(where, peer, PEER_FIELDS.join(', '));
  const podSelector = readLabelSelector(pods ?? {}, `${where}.podSelector`, troubles);
  const namespaceSelector =
    namespaces === undefined ? 'own' : readLabelSelector(namespaces, `${where}.namespaceSelector`, troubles);
  if (podSelector === undefined || namespaceSelector === undefined) return undefined;
  return { kind: 'pods', namespaces: namespaceSelector, pods: podSelector, onNodes: 'perhaps' };
}
