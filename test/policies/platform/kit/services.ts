import type { JsonObject } from '../../../../resources/resource';
import type { PolicyCase } from '../../../support/describe-policy';
import { idOf, viewOf, type GivenResource } from '../../../support/view-of';
import { asWritten, type Edit } from '../../kit/edit-objects';

const namespace = 'platform-backup';

/** The id of the namespace that the cases bend. */
export const subject = idOf('Namespace', namespace);

const store = { matchName: 'objects.dc-center.test.gov.vn' };

const objects: readonly JsonObject[] = [
  {
    kind: 'Namespace',
    metadata: {
      name: namespace,
      labels: { 'ndc.gov.vn/service': 'backup', 'pod-security.kubernetes.io/enforce': 'restricted' },
    },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'default-deny', namespace },
    spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  },
  {
    kind: 'ResourceQuota',
    metadata: { name: 'quota', namespace },
    spec: {
      hard: { 'requests.cpu': '4', 'limits.cpu': '4', 'requests.memory': '7Gi', 'limits.memory': '7Gi', pods: '16' },
    },
  },
  {
    kind: 'LimitRange',
    metadata: { name: 'limits', namespace },
    spec: {
      limits: [
        {
          type: 'Container',
          default: { cpu: '500m', memory: '512Mi' },
          defaultRequest: { cpu: '50m', memory: '64Mi' },
        },
      ],
    },
  },
  {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNetworkPolicy',
    metadata: { name: 'destinations', namespace },
    spec: {
      endpointSelector: {},
      egress: [
        {
          toEndpoints: [{ matchLabels: { 'k8s:k8s-app': 'kube-dns' } }],
          toPorts: [{ ports: [{ port: '53' }], rules: { dns: [store] } }],
        },
        { toFQDNs: [store], toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }] },
      ],
    },
  },
];

/** The namespace of a service of the platform with all that guards it, bent in one way. */
export function services(edit: Edit = asWritten, about = subject): PolicyCase {
  const given: readonly GivenResource[] = objects.map((body) => ({ body }));
  return { subject: about, view: viewOf({ resources: edit(given) }) };
}
