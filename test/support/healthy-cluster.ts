import type { Model } from '../../model/model';
import type { Cluster } from '../../model/site/cluster';
import type { DataCenter } from '../../model/site/site';
import { healthyModel } from './healthy-model';

/** A cluster of a model, by default `dc-north-shared-0` of the healthy one. */
export function clusterOf(id = 'dc-north-shared-0', model: Model = healthyModel()): Cluster {
  const found = model.clusters.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no cluster ${id}`);
  return found;
}

/** A data center of the healthy model, by default `dc-north`. */
export function dataCenterOf(id = 'dc-north'): DataCenter {
  const found = healthyModel().sites.find((one) => one.id === id);
  if (found?.kind !== 'national-data-center') throw new Error(`no data center ${id}`);
  return found;
}
