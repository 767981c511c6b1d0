import { ProvisionedCluster } from '../../../constructs/data-center/provisioned-cluster';
import { clusterOf } from '../../support/healthy-cluster';
import { healthyModel } from '../../support/healthy-model';
import { findObject, renderConstruct, type RenderedObject } from '../../support/render-construct';

const { nation } = healthyModel();

function render(id: string): readonly RenderedObject[] {
  const cluster = clusterOf(id);
  return renderConstruct((scope) => new ProvisionedCluster(scope, 'cluster', { cluster, nation, hardwareKeys: false }));
}

describe('ProvisionedCluster', () => {
  test('names its networks in both families, its control plane and its infrastructure', () => {
    const { pods, services } = clusterOf('dc-north-shared-0');
    expect(findObject(render('dc-north-shared-0'), 'Cluster')['spec']).toEqual({
      clusterNetwork: {
        pods: { cidrBlocks: [pods.ipv4, pods.ipv6] },
        services: { cidrBlocks: [services.ipv4, services.ipv6] },
        serviceDomain: 'cluster.local',
      },
      controlPlaneRef: {
        apiGroup: 'controlplane.cluster.x-k8s.io',
        kind: 'KubeadmControlPlane',
        name: 'dc-north-shared-0-control',
      },
      infrastructureRef: {
        apiGroup: 'infrastructure.cluster.x-k8s.io',
        kind: 'Metal3Cluster',
        name: 'dc-north-shared-0',
      },
    });
  });

  test('has as many machines in each failure domain as it has hosts there', () => {
    const cluster = clusterOf('dc-north-shared-0');
    const deployments = render(cluster.id).filter((one) => one.kind === 'MachineDeployment');
    const rows = deployments.map(({ metadata, spec }) => [metadata.name, (spec as { replicas: number }).replicas]);
    expect(rows).toEqual([
      ['worker-dc-north-h1-a', 6],
      ['worker-dc-north-h1-b', 6],
      ['worker-dc-north-h1-c', 6],
      ['storage-dc-north-h1-a', 1],
      ['storage-dc-north-h1-b', 1],
      ['storage-dc-north-h1-c', 1],
    ]);
  });

  test('takes hosts of its own labels only', () => {
    const template = findObject(render('dc-north-land'), 'Metal3MachineTemplate', 'worker-dc-north-h1-b');
    expect(template).toMatchObject({
      metadata: { namespace: 'platform-machines-dc-north-land' },
      spec: {
        template: {
          spec: {
            hostSelector: {
              matchLabels: {
                'ndc.gov.vn/cluster': 'dc-north-land',
                'ndc.gov.vn/host-role': 'worker',
                'infrastructure.cluster.x-k8s.io/failure-domain': 'dc-north-h1-b',
              },
            },
            image: {
              url: 'https://registry.test.gov.vn/node-images/kubernetes-v1.36.3.qcow2',
              checksum: 'https://registry.test.gov.vn/node-images/kubernetes-v1.36.3.qcow2.sha256sum',
              checksumType: 'sha256',
            },
          },
        },
      },
    });
  });

  test('refers to nothing that it does not write', () => {
    const objects = render('dc-north-land');
    const names = new Set(objects.map((one) => `${one.kind}/${one.metadata.name}`));
    const references = [...JSON.stringify(objects).matchAll(/"kind":"(\w+)","name":"([^"]+)"/g)];
    const wanted = references.map(([, kind, name]) => `${kind}/${name}`);
    expect(wanted.length).toBeGreaterThan(10);
    expect(wanted.filter((one) => !names.has(one))).toEqual([]);
  });

  test('replaces silent nodes, but not when too many are silent', () => {
    expect(findObject(render('dc-north-land'), 'MachineHealthCheck')['spec']).toMatchObject({
      remediation: { triggerIf: { unhealthyLessThanOrEqualTo: '40%' } },
      selector: { matchLabels: { 'cluster.x-k8s.io/cluster-name': 'dc-north-land' } },
    });
  });
});
