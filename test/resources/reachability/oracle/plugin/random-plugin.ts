import type { JsonObject, JsonValue } from '../../../../../resources/resource';
import type { Chance } from '../chance';
import type { PluginFacts } from './plugin-facts';
import { list, text } from '../matching';
import type { Objects } from '../random-cluster';

const ENTITIES = [
  'all',
  'world',
  'world-ipv4',
  'world-ipv6',
  'cluster',
  'host',
  'remote-node',
  'kube-apiserver',
].concat(['health', 'none']);

/** Host names that random policies write. */
export const NAMES = ['archive.example', 'mail.example'];

/** Settings of a plugin: nodes stand in one block of each family, and the labels `app` and `team` alone make identities. */
export function randomFacts(chance: Chance): PluginFacts {
  return {
    nodes: ['10.1.2.0/24', '2001:db8::/64'],
    blocksTakeNodes: chance.once(2),
    isClosed: chance.once(2),
    identityLabels: chance.pick([['k8s:app$'], ['k8s:app$', 'k8s:tier']]),
  };
}

/** The same cluster with entities and host names in many rules of Cilium, and without the cluster's tiers, which know neither. */
export function withEntitiesAndNames(chance: Chance, objects: Objects): Objects {
  const own = objects.filter((one) => !text(one, 'apiVersion').startsWith('policy.networking.k8s.io/'));
  return own.map((object) => {
    const spec = object['spec'] as JsonObject | undefined;
    if (!text(object, 'kind').startsWith('Cilium') || spec === undefined) return object;
    const changed = ['ingress', 'ingressDeny', 'egress', 'egressDeny']
      .filter((key) => spec[key] !== undefined)
      .map((key) => [key, list(spec, key).map((rule) => changeRule(chance, key, rule))] as const);
    return { ...object, spec: { ...spec, ...Object.fromEntries(changed) } };
  });
}

function changeRule(chance: Chance, key: string, rule: JsonValue): JsonValue {
  const { toPorts } = rule as JsonObject;
  const ports = toPorts === undefined ? {} : { toPorts };
  if (chance.once(3)) return rule;
  if (key === 'egress' && chance.once(2)) return { toFQDNs: [{ matchName: chance.pick(NAMES) }], ...ports };
  const side = key.startsWith('ingress') ? 'from' : 'to';
  return { [`${side}Entities`]: chance.many(1, 2, () => chance.pick(ENTITIES)), ...ports };
}
