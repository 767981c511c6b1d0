import policy from '../../../policies/platform/require-dual-stack';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { asWritten, change, drop, type Edit } from '../kit/edit-objects';

const objects: readonly JsonObject[] = [
  {
    apiVersion: 'cluster.x-k8s.io/v1beta2',
    kind: 'Cluster',
    metadata: { name: 'dc-north-shared-0', namespace: 'm' },
    spec: {
      clusterNetwork: {
        pods: { cidrBlocks: ['100.68.0.0/16', '2001:db8:61:2000::/56'] },
        services: { cidrBlocks: ['172.17.0.0/20', '2001:db8:61:9000::/112'] },
      },
    },
  },
  {
    kind: 'ConfigMap',
    metadata: { name: 'cilium-config', namespace: 'kube-system' },
    data: { 'enable-ipv4': 'true', 'enable-ipv6': 'true' },
  },
];
const given = (edit: Edit = asWritten): PolicyCase => ({
  subject: 'cluster/dc-north-shared-0',
  view: viewOf({ resources: edit(objects.map((body) => ({ body }))) }),
});

describePolicy('platform/require-dual-stack', policy, {
  passes: { 'both families': () => given() },
  fails: {
    'no Cluster': () => ({ ...given(drop('Cluster')), where: 'Cluster', got: 'none named dc-north-shared-0' }),
    'pods of IPv4 alone': () => ({
      ...given(change('Cluster', ['spec', 'clusterNetwork', 'pods', 'cidrBlocks', 1], undefined)),
      where: 'spec.clusterNetwork.pods',
      got: '100.68.0.0/16',
    }),
    'services of one family twice': () => ({
      ...given(change('Cluster', ['spec', 'clusterNetwork', 'services', 'cidrBlocks', 1], '172.18.0.0/20')),
      where: 'spec.clusterNetwork.services',
      got: '172.17.0.0/20, 172.18.0.0/20',
    }),
    'a network without IPv6': () => ({
      ...given(change('ConfigMap', ['data', 'enable-ipv6'], 'false')),
      where: 'cilium-config enable-ipv6',
      got: 'false',
    }),
  },
  ignores: { 'a cluster that nobody declares': () => ({ ...given(), subject: 'cluster/other' }) },
});
