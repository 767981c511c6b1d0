import { readCluster, type ClusterInput } from '../../../resources/reachability/cluster-input';
import { flowsOf, type Flow } from '../../../resources/reachability/query/flows';
import { Reachability } from '../../../resources/reachability/solve/reachability';
import type { JsonObject } from '../../../resources/resource';
import { Chance } from '../../resources/reachability/oracle/chance';
import { resourceOf } from '../../resources/reachability/agreement/resource-of';

/** What a hostile manifest may call a workload. */
export const hostileName = '"];x->y[label=<img src=x onerror=alert(1)>]</script>\\\u202e\u0000\uFFFF';

/** A pod of an app. */
export function pod(namespace: string, name: string, app = name): JsonObject {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { namespace, name, labels: { app } }, spec: {} };
}

/** A policy that lets only the pods of some app, or only some addresses, call the pods of a namespace. */
export function onlyFrom(namespace: string, peer: JsonObject): JsonObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { namespace, name: 'only' },
    spec: {
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [peer], ports: [{ port: 443 }, { port: 8000, endPort: 8080 }] }],
      egress: [],
    },
  };
}

/** A cluster with its flows. */
export function flowsIn(objects: readonly JsonObject[]): {
  readonly cluster: ClusterInput;
  readonly flows: readonly Flow[];
} {
  const cluster = readCluster(objects.map(resourceOf));
  return { cluster, flows: [...flowsOf(new Reachability(cluster, { blocksTakePods: 'unknown' }))] };
}

/** Some flows between so many namespaces of so many workloads, and what is outside; pair by pair. */
export function randomFlows(seed: number, namespaces: number, workloads: number): readonly Flow[] {
  const chance = new Chance(seed);
  const names = Array.from({ length: namespaces * workloads }, (_, index) => {
    const namespace = String(index % namespaces).padStart(3, '0');
    return `n${namespace}/w${Math.floor(index / namespaces)}[Pod]`;
  });
  const ends = [...names, '0.0.0.0-9.255.255.255', 'api.test.gov.vn'];
  return ends.flatMap((from) =>
    chance
      .many(0, 4, () => chance.pick(ends))
      .flatMap((to, index, all): readonly Flow[] => {
        if (all.indexOf(to) !== index || !(from.includes('/') || to.includes('/'))) return [];
        const flow = { from, to, ports: [[443, 443]] as const, because: [] };
        const verdict = chance.once(3) ? 'depends' : 'allowed';
        const tcp: Flow = { ...flow, protocol: 'TCP', verdict };
        if (chance.once(3)) return [tcp, { ...flow, protocol: 'UDP', verdict }];
        return verdict === 'allowed' && chance.once(3)
          ? [tcp, { ...flow, protocol: 'UDP', verdict: 'depends' }]
          : [tcp];
      }),
  );
}
