import { platformNamespaceName } from '../naming';
import type { FlowPort } from '../segmentation/zone-flow';

/** The name servers of a cluster: their namespace, what their pods carry, and where they are asked. */
export const dnsServers = {
  namespace: platformNamespaceName('dns'),
  labels: { 'k8s-app': 'kube-dns' },
  /** RFC 1035: UDP, and TCP for long answers; Cilium's `ANY` would take in SCTP too. */
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
} as const satisfies {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly FlowPort[];
};

/** The same pods in the words of Cilium. */
export const dnsServerLabels = {
  'k8s:io.kubernetes.pod.namespace': dnsServers.namespace,
  'k8s:k8s-app': dnsServers.labels['k8s-app'],
} as const;
