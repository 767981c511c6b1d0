import type { Model } from '../model/model';
import { defineTenantGuardrails } from './tenant-guardrails';
import { defineTenantKubernetes } from './tenant-kubernetes';
import { planTenantShards } from './tenant-shard-plan';
import { defineTenantTerraform } from './tenant-terraform';
import { kubernetesPath, type Unit } from './unit';

/** Every unit of tenancy: for each shard its Terraform state and its Kubernetes objects, for each cluster guardrails. */
export function tenantShardUnits(model: Model): readonly Unit[] {
  const shards = planTenantShards(model).flatMap((shard): readonly Unit[] => {
    const place = { site: shard.site, cluster: shard.cluster, shard: shard.id };
    return [
      {
        engine: 'terraform',
        path: `terraform/${shard.id}/cdk.tf.json`,
        ...place,
        define: (app) => defineTenantTerraform(app, model, shard),
      },
      {
        engine: 'kubernetes',
        path: kubernetesPath(shard.cluster, 2, shard.id),
        ...place,
        wave: 2,
        define: (app) => defineTenantKubernetes(app, model, shard),
      },
    ];
  });

  const guardrails = model.clusters
    .filter((cluster) => cluster.role !== 'management')
    .map((cluster): Unit => ({
      engine: 'kubernetes',
      path: kubernetesPath(cluster.id, 1, 'tenant-guardrails'),
      site: cluster.site,
      cluster: cluster.id,
      wave: 1,
      define: (app) => defineTenantGuardrails(app, model, cluster),
    }));

  return [...shards, ...guardrails];
}
