import policy from '../../../policies/supply-chain/require-trusted-registry';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { database, deployment, pod } from './kit/workloads';

const ours = 'registry.test.gov.vn/platform/fluent-bit:4.1.0';
const foreign = 'docker.io/library/busybox:1.37';
const running = (body: JsonObject): PolicyCase => ({ view: viewOf({ resources: [body] }) });
const plane = (clusterConfiguration: JsonObject): JsonObject => ({
  apiVersion: 'controlplane.cluster.x-k8s.io/v1beta2',
  kind: 'KubeadmControlPlane',
  metadata: { name: 'control', namespace: 'platform-machines-dc-north-shared-0' },
  spec: { kubeadmConfigSpec: { clusterConfiguration } },
});
const repository = 'spec.kubeadmConfigSpec.clusterConfiguration.imageRepository';

describePolicy('supply-chain/require-trusted-registry', policy, {
  passes: {
    'a deployment with our image': () => running(deployment({ containers: [{ name: 'a', image: ours }] })),
    'a database with our image': () => running(database('registry.test.gov.vn/cloudnative-pg/postgresql:17.6')),
    'a control plane from our registry': () => running(plane({ imageRepository: 'registry.test.gov.vn/kubernetes' })),
  },
  fails: {
    'a public image': () => ({
      ...running(deployment({ containers: [{ name: 'a', image: foreign }] })),
      where: 'spec.template.spec.containers[0].image',
      got: foreign,
    }),
    'a public image that only starts the pod': () => ({
      ...running(pod({ containers: [{ name: 'a', image: ours }], initContainers: [{ name: 'b', image: foreign }] })),
      where: 'spec.initContainers[0].image',
      got: foreign,
    }),
    'a registry that only begins like ours': () => ({
      ...running(pod({ containers: [{ name: 'a', image: 'registry.test.gov.vn.example.com/a:1' }] })),
      where: 'spec.containers[0].image',
      got: 'registry.test.gov.vn.example.com/a:1',
    }),
    'a volume that is filled from a public image': () => ({
      ...running(
        pod({ containers: [{ name: 'a', image: ours }], volumes: [{ name: 'v', image: { reference: foreign } }] }),
      ),
      where: 'spec.volumes[0].image.reference',
      got: foreign,
    }),
    'a database with the public image': () => ({
      ...running(database('ghcr.io/cloudnative-pg/postgresql:17.6')),
      where: 'spec.imageName',
      got: 'ghcr.io/cloudnative-pg/postgresql:17.6',
    }),
    'a control plane from the public registry': () => ({
      ...running(plane({ imageRepository: 'registry.k8s.io' })),
      where: repository,
      got: 'registry.k8s.io/',
    }),
    'a control plane that says none, as unknown': () => ({
      ...running(plane({})),
      verdict: 'unknown',
      where: repository,
      got: 'not said',
    }),
    'a database that leaves it to its operator, as unknown': () => ({
      ...running(database(undefined)),
      verdict: 'unknown',
      where: 'spec.imageName',
      got: 'not said',
    }),
    'containers that Terraform alone can tell, as unknown': () => ({
      ...running(pod({ containers: { 'terraform:unresolved': 'var.containers' } })),
      verdict: 'unknown',
      where: 'spec.containers',
      got: 'not said',
    }),
  },
  ignores: {
    'an assembly that runs nothing': () => ({ view: viewOf() }),
  },
});
