import { Namespace } from '@cdktf/provider-kubernetes/lib/namespace';
import { ResourceQuota } from '@cdktf/provider-kubernetes/lib/resource-quota';
import { Construct } from 'constructs';
import { applyAfter, terraformAddress } from '../../../constructs/cluster/apply-after';
import type { ShardStack, ShardStackProps } from '../../../constructs/cluster/shard-stack';
import { testShard } from '../../support/render-shard';

const bucket: ShardStackProps['backend'] = {
  kind: 's3',
  bucket: 'terraform-state',
  region: 'vn-1',
  endpoint: 'objects.test.gov.vn',
};

function shard(backend: ShardStackProps['backend'] = { kind: 'local' }): ShardStack {
  return testShard({ backend });
}

describe('ShardStack', () => {
  test('names its provider, its versions and a state beside its file', () => {
    expect(shard().toTerraform()).toMatchInlineSnapshot(`
{
  "provider": {
    "kubernetes": [
      {
        "config_context": "dc-north-shared-0",
      },
    ],
  },
  "terraform": {
    "backend": {
      "local": {
        "path": "terraform.tfstate",
      },
    },
    "required_providers": {
      "kubernetes": {
        "source": "hashicorp/kubernetes",
        "version": ">= 1.13.4, < 3.0.0",
      },
    },
    "required_version": ">= 1.9.0",
  },
}
`);
  });

  test('keeps its state encrypted and locked under its own key of the environment', () => {
    const stack = shard(bucket);
    expect(stack.toTerraform()['terraform']).toEqual({
      backend: {
        s3: {
          bucket: 'terraform-state',
          key: 'test/dc-north-shared-0-p01/terraform.tfstate',
          region: 'vn-1',
          endpoints: { s3: 'https://objects.test.gov.vn' },
          encrypt: true,
          use_lockfile: true,
          use_path_style: true,
          skip_credentials_validation: true,
          skip_metadata_api_check: true,
          skip_region_validation: true,
          skip_requesting_account_id: true,
        },
      },
      required_providers: { kubernetes: { source: 'hashicorp/kubernetes', version: '>= 1.13.4, < 3.0.0' } },
      required_version: '>= 1.10.0',
    });
    expect(stack.node.findAll().flatMap((construct) => construct.node.validate())).toEqual([]);
  });

  test('addresses a resource by the ids of its constructs, without the word Resource', () => {
    const stack = shard();
    const zone = new Construct(stack, 'p01-land-dmz');
    const namespace = new Namespace(zone, 'Resource', { metadata: { name: 'p01-land-dmz' } });
    const quota = new ResourceQuota(zone, 'quota', { metadata: { name: 'quota' }, spec: { hard: { pods: '1' } } });
    applyAfter(quota, [terraformAddress(namespace)]);
    expect(stack.toTerraform()['resource']).toEqual({
      kubernetes_namespace: { 'p01-land-dmz': { metadata: { name: 'p01-land-dmz' } } },
      kubernetes_resource_quota: {
        'p01-land-dmz_quota': {
          metadata: { name: 'quota' },
          spec: { hard: { pods: '1' } },
          depends_on: ['kubernetes_namespace.p01-land-dmz'],
        },
      },
    });
  });

  test('resolves references between resources as the engine does', () => {
    const stack = shard();
    const namespace = new Namespace(stack, 'namespace', { metadata: { name: 'one' } });
    new ResourceQuota(stack, 'quota', { dependsOn: [namespace], metadata: { namespace: namespace.metadata.name } });
    expect(stack.toTerraform()['resource']).toMatchObject({
      kubernetes_resource_quota: {
        quota: {
          depends_on: ['kubernetes_namespace.namespace'],
          metadata: { namespace: '${kubernetes_namespace.namespace.metadata[0].name}' },
        },
      },
    });
  });

  test.each(['a b', 'a_b', '1a', 'a.b'])('refuses %p in an address', (id) => {
    const stack = shard();
    new Namespace(stack, id, { metadata: { name: 'one' } });
    expect(() => stack.toTerraform()).toThrow('cannot be part of a Terraform address');
  });
});
