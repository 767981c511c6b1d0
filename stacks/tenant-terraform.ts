import type { Construct } from 'constructs';
import { ShardStack } from '../constructs/cluster/shard-stack';
import { SystemStorageClass } from '../constructs/tenant/system-storage-class';
import { TenantNamespace } from '../constructs/tenant/tenant-namespace';
import type { Model } from '../model/model';
import { resolvePeers } from '../model/segmentation/resolve-peers';
import type { TenantShard } from './tenant-shard-plan';

/** The Terraform state of one shard of tenants: storage classes of its systems, and its namespaces. */
export function defineTenantTerraform(app: Construct, model: Model, shard: TenantShard): ShardStack {
  const { environment, nation } = model;
  const stack = new ShardStack(app, shard.id, {
    cluster: shard.cluster,
    environment,
    backend: nation.terraformBackend,
  });

  for (const system of shard.systems) new SystemStorageClass(stack, system);

  for (const namespace of shard.namespaces) {
    const peers = resolvePeers(model, namespace);
    new TenantNamespace(stack, { namespace, kubernetes: nation.target.kubernetes, peers });
  }

  return stack;
}
