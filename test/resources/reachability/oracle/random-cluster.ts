import type { JsonObject, JsonValue } from '../../../../resources/resource';
import type { Protocol } from '../../../../resources/reachability/traffic/traffic';
import { Chance } from './chance';
import { get, podsOf } from './matching';
import { randomKinds, randomPolicy } from './random-policies';
import { BLOCK_EDGES, NAMESPACES, placed, randomLabels } from './vocabulary';

/** The objects of one small cluster. */
export type Objects = readonly JsonObject[];

const KINDS = [
  'Pod',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'Job',
  'CronJob',
  'ReplicationController',
];

/** A cluster that the API's schemas would take: namespaces, workloads of few labels, and policies of every kind. */
export function randomCluster(seed: number): Objects {
  const chance = new Chance(seed);
  const namespaces = NAMESPACES.slice(0, 2 + chance.below(3));
  const written = namespaces.filter(() => !chance.once(6)).map((name) => namespaceObject(chance, name));
  const workloads = new Map<string, JsonObject>();
  for (const one of chance.many(2, 6, () => workload(chance, namespaces))) {
    const { name, namespace = 'default' } = one['metadata'] as JsonObject;
    workloads.set(JSON.stringify([one['kind'], namespace, name]), one);
  }
  const kinds = randomKinds(chance);
  const policies = chance
    .many(0, 8, () => chance.pick(kinds))
    .map((kind, index) => randomPolicy(chance, { kind, name: `policy-${index}`, namespaces }));
  return [...written, ...workloads.values(), ...onlyOneDefault(policies)];
}

/** An API server holds one baseline policy of the older API, called `default`. */
function onlyOneDefault(policies: Objects): Objects {
  const first = policies.find(({ kind }) => kind === 'BaselineAdminNetworkPolicy');
  return policies.filter((one) => one['kind'] !== 'BaselineAdminNetworkPolicy' || one === first);
}

function namespaceObject(chance: Chance, name: string): JsonObject {
  const labels = randomLabels(chance, ['team', 'zone']);
  return { apiVersion: 'v1', kind: 'Namespace', metadata: chance.once(5) ? { name } : { name, labels } };
}

function workload(chance: Chance, namespaces: readonly string[]): JsonObject {
  const kind = chance.pick(KINDS);
  // Labels of the object that makes pods must not count; those of a pod do.
  const place = { name: chance.pick(['one', 'two', 'three']), namespace: chance.pick(namespaces) };
  const metadata = { ...placed(chance, place), labels: randomLabels(chance, ['app', 'tier']) };
  const spec = {
    ...(chance.once(7) ? { hostNetwork: true } : {}),
    containers: chance.many(1, 2, () => container(chance)),
  };
  if (kind === 'Pod') {
    const phase = chance.pick(['Running', 'Running', 'Pending', 'Running', 'Succeeded', 'Failed']);
    return { apiVersion: 'v1', kind, metadata, spec, status: { phase } };
  }
  const labels = randomLabels(chance, ['app', 'tier']);
  const template = chance.once(8) ? { spec } : { metadata: { labels }, spec };
  const apiVersion = kind === 'ReplicationController' ? 'v1' : kind.endsWith('Job') ? 'batch/v1' : 'apps/v1';
  const inside = kind === 'CronJob' ? { jobTemplate: { spec: { template } } } : { template };
  return { apiVersion, kind, metadata, spec: inside };
}

function container(chance: Chance): JsonValue {
  const ports = chance.many(0, 2, () => {
    const protocol = chance.pick(['TCP', 'UDP', undefined, 'SCTP']);
    const port = { containerPort: chance.pick([53, 80, 443, 8080]), ...(protocol === undefined ? {} : { protocol }) };
    return chance.once(4) ? port : { ...port, name: chance.pick(['web', 'dns']) };
  });
  return chance.once(4) ? { name: 'main' } : { name: 'main', ports };
}

/** Addresses in and beside the blocks that policies name. */
export function randomAddresses(chance: Chance, count: number): readonly string[] {
  return Array.from({ length: count }, () => chance.pick(BLOCK_EDGES));
}

/** Ports that containers declare; names of ports mean these. */
export function declaredPorts(objects: Objects): readonly { readonly protocol: Protocol; readonly port: number }[] {
  return podsOf(objects).flatMap(({ ports }) =>
    ports.map((one) => ({
      protocol: (get(one, 'protocol') ?? 'TCP') as Protocol,
      port: Number(get(one, 'containerPort')),
    })),
  );
}

/** Every port at which a cluster's objects may begin or end to allow something, and its neighbors. */
export function portsOf(objects: Objects): readonly number[] {
  const found = new Set([1, 65_535]);
  const visit = (value: JsonValue | undefined, key: string): void => {
    const port = /^(?:port|endPort|number|start|end|containerPort)$/i.test(key) ? Number(value) : Number.NaN;
    if (Number.isInteger(port) && port > 0) for (const one of [port - 1, port, port + 1]) found.add(one);
    if (typeof value === 'object' && value !== null) for (const [name, one] of Object.entries(value)) visit(one, name);
  };
  for (const object of objects) visit(object, '');
  return [...found].filter((one) => one >= 1 && one <= 65_535).toSorted((a, b) => a - b);
}
