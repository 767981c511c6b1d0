import { Chart } from 'cdk8s';
import { own } from '../constructs/ownership';
import type { Model } from '../model/model';
import { foundationShardId } from '../model/naming';
import type { Cluster } from '../model/site/cluster';
import { baselineParts, type BaselineContext, type BaselinePart } from './cluster-baseline';
import { defineClusterFoundation } from './cluster-foundation';
import { ownershipOfCluster } from './cluster-ownership';
import { kubernetesPath, type Unit } from './unit';

const BASELINE_WAVE = 1;

/** What every cluster has beside its tenants: the Terraform state of its foundation, and the files of its baseline. */
export function clusterUnits(model: Model): readonly Unit[] {
  const dataCenters = new Map(
    model.sites.filter((site) => site.kind === 'national-data-center').map((site) => [site.id, site]),
  );
  return model.clusters.flatMap((cluster) => {
    const site = dataCenters.get(cluster.site);
    if (site === undefined) throw new Error(`${cluster.id} stands in no data center of the model`);
    const parts = baselineParts.filter((part) => part.in.includes(cluster.role));
    return [foundationUnit(model, cluster), ...parts.map((part) => baselineUnit(part, { model, cluster, site }))];
  });
}

function foundationUnit(model: Model, cluster: Cluster): Unit {
  const shard = foundationShardId(cluster.id);
  return {
    engine: 'terraform',
    path: `terraform/${shard}/cdk.tf.json`,
    site: cluster.site,
    cluster: cluster.id,
    shard,
    define: (app) => defineClusterFoundation(app, model, cluster),
  };
}

function baselineUnit(part: BaselinePart, context: BaselineContext): Unit {
  const { model, cluster } = context;
  return {
    engine: 'kubernetes',
    path: kubernetesPath(cluster.id, BASELINE_WAVE, part.name),
    site: cluster.site,
    cluster: cluster.id,
    wave: BASELINE_WAVE,
    define(app) {
      const chart = new Chart(app, part.name);
      own(chart, { ...ownershipOfCluster(model, cluster), origin: part.origin });
      part.define(chart, context);
      return chart;
    },
  };
}
