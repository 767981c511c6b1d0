import policy from '../../../policies/supply-chain/require-verified-node-image';
import type { JsonValue } from '../../../resources/resource';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';

const url = 'https://registry.test.gov.vn/node-images/kubernetes.qcow2';

function template(bend: Readonly<Record<string, JsonValue>> = {}): PolicyCase {
  const image = { url, checksum: `${url}.sha256sum`, checksumType: 'sha256', ...bend };
  const body = {
    apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
    kind: 'Metal3MachineTemplate',
    metadata: { name: 'worker', namespace: 'm' },
    spec: { template: { spec: { image } } },
  };
  return { view: viewOf({ resources: [body] }) };
}

const where = 'spec.template.spec.image';

describePolicy('supply-chain/require-verified-node-image', policy, {
  passes: {
    'an image of the nation’s registry with its sum': () => template(),
    'a sum that stands in the template': () => template({ checksum: 'ab'.repeat(32) }),
  },
  fails: {
    'an image from abroad': () => ({
      ...template({ url: 'https://cloud-images.example.com/noble.img' }),
      where: `${where}.url`,
      got: 'https://cloud-images.example.com/noble.img',
    }),
    'an image without TLS': () => ({
      ...template({ url: url.replace('https', 'http') }),
      where: `${where}.url`,
      got: url.replace('https', 'http'),
    }),
    'a sum that somebody else publishes': () => ({
      ...template({ checksum: 'https://example.com/sums' }),
      where: `${where}.checksum`,
      got: 'https://example.com/sums',
    }),
    'a broken kind of sum': () => ({
      ...template({ checksumType: 'md5' }),
      where: `${where}.checksumType`,
      got: 'md5',
    }),
  },
  ignores: { 'a nation without machines': () => ({ view: viewOf() }) },
});
