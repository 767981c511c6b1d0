import type { Model } from '../model/model';
import { clusterUnits } from './cluster-units';
import { dataCenterUnits } from './data-center-units';
import { leasedUnits } from './leased-units';
import { systemUnits } from './system-units';
import { tenantShardUnits } from './tenant-shards';
import type { Unit } from './unit';

/** Every file of the assembly of a model, in order of path. */
export function defineUnits(model: Model): readonly Unit[] {
  const units = [
    ...dataCenterUnits(model),
    ...clusterUnits(model),
    ...tenantShardUnits(model),
    ...systemUnits(model),
    ...leasedUnits(model),
  ];
  return units.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
