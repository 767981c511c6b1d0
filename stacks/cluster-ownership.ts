import type { Ownership } from '../constructs/ownership';
import type { Model } from '../model/model';
import type { Cluster } from '../model/site/cluster';

/** Whom a cluster's platform objects serve: all levels, or the only system of a dedicated cluster at its level. */
export function ownershipOfCluster(model: Model, cluster: Cluster): Ownership {
  const site = model.sites.find((one) => one.id === cluster.site);
  if (site === undefined) throw new Error(`${cluster.id} stands at no site of the model`);
  const system = model.systems.find((one) => one.id === cluster.system);
  if (system === undefined) return { origin: site.origin };
  return { level: system.level, origin: system.origin };
}

/** Whom a cluster's hosts and machines serve: a dedicated cluster's are its system's alone (Decree 331/2026 Art. 30.9). */
export function ownershipOfMachines(model: Model, cluster: Cluster): Ownership {
  const system = model.systems.find((one) => one.id === cluster.system);
  const base = ownershipOfCluster(model, cluster);
  return system === undefined ? base : { ...base, tenant: system.owner, system: system.id };
}
