import type { JsonObject } from '../../../resources/resource';
import type { Repository } from '../repository';
import { ownLabels } from './engine-namespace';

/**
 * Lets an engine reach the repository, the API server, names and itself. Clusters enforce policies always, so without
 * it the engine would reach nothing, and with a wider one whatever it is told to fetch.
 */
export function engineNetwork(namespace: string, repository: Repository): JsonObject {
  return {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNetworkPolicy',
    metadata: { name: 'gitops', namespace, labels: ownLabels },
    spec: {
      endpointSelector: {},
      ingress: [{ fromEndpoints: [{}] }],
      egress: [{ toEndpoints: [{}] }, { toEntities: ['kube-apiserver'] }, nameService(repository), source(repository)],
    },
  };
}

function nameService({ host }: Repository): JsonObject {
  const outside = isAddress(host) ? [] : [{ matchName: host }];
  return {
    toEndpoints: [{ matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'kube-system', 'k8s:k8s-app': 'kube-dns' } }],
    toPorts: [
      {
        ports: [{ port: '53', protocol: 'ANY' }],
        rules: { dns: [...outside, { matchPattern: '*.*.svc.cluster.local' }] },
      },
    ],
  };
}

function source({ host, port }: Repository): JsonObject {
  const to = isAddress(host)
    ? { toCIDR: [`${host}/${host.includes(':') ? 128 : 32}`] }
    : { toFQDNs: [{ matchName: host }] };
  return { ...to, toPorts: [{ ports: [{ port: String(port), protocol: 'TCP' }] }] };
}

function isAddress(host: string): boolean {
  return host.includes(':') || /^[0-9.]+$/.test(host);
}
