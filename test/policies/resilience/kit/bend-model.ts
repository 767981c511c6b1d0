import type { DataCenterFact } from '../../../../model/facts/site-fact';
import type { Model } from '../../../../model/model';
import type { Cluster } from '../../../../model/site/cluster';
import type { DataCenter } from '../../../../model/site/site';
import { healthyModel } from '../../../support/healthy-model';

/** The healthy nation with the facts of one data center bent. */
export function withCenter(id: string, bend: Partial<DataCenterFact>): Model {
  const model = healthyModel();
  const sites = model.sites.map((one) =>
    one.kind === 'national-data-center' && one.id === id ? { ...one, fact: { ...one.fact, ...bend } } : one,
  );
  return { ...model, sites };
}

/** The healthy nation with one cluster bent. */
export function withCluster(id: string, bend: (cluster: Cluster) => Partial<Cluster>): Model {
  const model = healthyModel();
  return { ...model, clusters: model.clusters.map((one) => (one.id === id ? { ...one, ...bend(one) } : one)) };
}

/** The facts of the first data center of the healthy nation. */
export function centerFact(id = 'dc-north'): DataCenterFact {
  const found = healthyModel().sites.find(
    (one): one is DataCenter => one.id === id && one.kind === 'national-data-center',
  );
  if (found === undefined) throw new Error(`no data center ${id}`);
  return found.fact;
}
