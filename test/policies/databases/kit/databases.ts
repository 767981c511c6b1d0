import type { JsonObject } from '../../../../resources/resource';
import type { PolicyCase } from '../../../support/describe-policy';
import { idOf, viewOf, type GivenResource } from '../../../support/view-of';
import { asWritten, type Edit } from '../../kit/edit-objects';

const namespace = 'p01-proc-database';
const NAME = 'proc-cases';

/** The id of the database as a subject. */
export const subject = idOf('Cluster', NAME, namespace);

const own = { matchLabels: { 'k8s:cnpg.io/cluster': NAME } };
const ports = (...numbers: readonly string[]) => [{ ports: numbers.map((port) => ({ port, protocol: 'TCP' })) }];
const store = { matchName: 'objects.dc-center.test.gov.vn' };

const objects: readonly JsonObject[] = [
  {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: { name: NAME, namespace },
    spec: { instances: 2 },
  },
  {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNetworkPolicy',
    metadata: { name: 'database', namespace },
    spec: {
      endpointSelector: { matchLabels: { 'cnpg.io/cluster': NAME } },
      ingress: [
        { fromEndpoints: [own], toPorts: ports('5432', '8000') },
        {
          fromEndpoints: [{ matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'platform-database' } }],
          toPorts: ports('8000'),
        },
      ],
      egress: [
        { toEndpoints: [own], toPorts: ports('5432') },
        { toEntities: ['kube-apiserver'], toPorts: ports('6443') },
        {
          toEndpoints: [{ matchLabels: { 'k8s:k8s-app': 'kube-dns' } }],
          toPorts: [{ ports: [{ port: '53' }], rules: { dns: [store] } }],
        },
        { toFQDNs: [store], toPorts: ports('443') },
      ],
    },
  },
];

/** A database with its network policy, bent in one way. */
export function databases(edit: Edit = asWritten): PolicyCase {
  const given: readonly GivenResource[] = objects.map((body) => ({ body }));
  return { subject, view: viewOf({ resources: edit(given) }) };
}
