import type { JsonObject } from '../../../../resources/resource';
import type { Chance } from './chance';
import type { Objects } from './random-cluster';

const PORTS = [80, 443, 5432];

/** Pods of one namespace that are closed but for a few policies, each from one pod to another: chains are long there. */
export function segmentedCluster(chance: Chance): Objects {
  const names = Array.from({ length: 7 }, (_, index) => `pod-${index}`);
  const pods = names.map((name) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'amber', labels: { app: name } },
    spec: { containers: [{ name: 'main' }] },
  }));
  const edges = chance.many(3, 9, () => [chance.pick(names), chance.pick(names)] as const);
  const policies = edges.map(([from, to], index) =>
    policy(`edge-${index}`, {
      podSelector: { matchLabels: { app: to } },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [{ podSelector: { matchLabels: { app: from } } }],
          ports: [{ port: chance.pick(PORTS), endPort: 8080 }],
        },
      ],
    }),
  );
  return [...pods, policy('closed', { podSelector: {}, policyTypes: ['Ingress'] }), ...policies];
}

function policy(name: string, spec: JsonObject): JsonObject {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace: 'amber' }, spec };
}
