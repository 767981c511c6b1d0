import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { namesOf, NameEgress } from '../constructs/network/name-egress';
import { own } from '../constructs/ownership';
import { WorkloadAccount } from '../constructs/tenant/workload-account';
import type { Model } from '../model/model';
import { resolvePeers } from '../model/segmentation/resolve-peers';
import type { TenantShard } from './tenant-shard-plan';

/** What Terraform can't write of one shard of tenants: workload accounts, and the ways out to host names. */
export function defineTenantKubernetes(app: Construct, model: Model, shard: TenantShard): Chart {
  const chart = new Chart(app, shard.id, { disableResourceNameHashes: true });

  for (const namespace of shard.namespaces) {
    const { tenant, system, zone, level, origin } = namespace;
    const scope = new Construct(chart, namespace.name);
    own(scope, { tenant, system, zone, level, origin });

    new WorkloadAccount(scope, 'account', namespace);

    const rules = resolvePeers(model, namespace).egress;
    if (rules.some((rule) => namesOf(rule).length > 0)) new NameEgress(scope, 'names', { namespace, rules });
  }

  return chart;
}
