import type { Construct } from 'constructs';
import { ClusterAccess } from '../constructs/cluster/access/cluster-access';
import { PlatformNamespace } from '../constructs/cluster/foundation/platform-namespace';
import { platformNamespacesOf } from '../model/platform/platform-namespaces';
import { PriorityClasses } from '../constructs/cluster/foundation/priority-classes';
import { ShardStack } from '../constructs/cluster/shard-stack';
import { own } from '../constructs/ownership';
import type { Model } from '../model/model';
import { foundationShardId } from '../model/naming';
import type { Cluster } from '../model/site/cluster';
import { ownershipOfCluster } from './cluster-ownership';

/** The Terraform state of what a cluster has beside its tenants: platform namespaces, access, priorities. */
export function defineClusterFoundation(app: Construct, model: Model, cluster: Cluster): ShardStack {
  const { environment, nation } = model;
  const stack = new ShardStack(app, foundationShardId(cluster.id), {
    cluster: cluster.id,
    environment,
    backend: nation.terraformBackend,
  });
  own(stack, ownershipOfCluster(model, cluster));

  new PriorityClasses(stack, 'priorities');

  new ClusterAccess(stack, 'access', { tenants: cluster.role !== 'management' });

  for (const { name, service } of platformNamespacesOf(model, cluster))
    new PlatformNamespace(stack, { name, cluster, nation, service });

  return stack;
}
