import type { Model } from '../../../../model/model';
import type { NetworkCenter } from '../../../../model/site/site';
import { healthyModel } from '../../../support/healthy-model';

const provinces: Readonly<Record<NetworkCenter['kind'], readonly string[]>> = {
  'tslcd-regional': ['01', '48', '79'],
  'tslcd-backup': ['01', '48', '79'],
  'tslcd-metro': ['01', '48', '79'],
  'tslcd-provincial': ['01'],
};

/** The healthy nation with the centers of its dedicated network; those of a kind can be given. */
export function networkNation(bend: Partial<typeof provinces> = {}): Model {
  const model = healthyModel();
  const rows = Object.entries({ ...provinces, ...bend }) as readonly [NetworkCenter['kind'], readonly string[]][];
  const centers = rows.flatMap(([kind, list]) => list.map((province) => ({ kind, province })));
  const sites = centers.map(({ kind, province }, index): NetworkCenter => ({
    kind,
    province,
    id: `${kind}-${province}`,
    officialName: { vi: `Nút thử ${province}`, en: `Test node ${province}` },
    slot: index,
    block: { ipv4: `10.${index}.0.0/16`, ipv6: `2001:db8:${index.toString(16)}::/48` },
    origin: [`sites/${kind}-${province}`],
  }));
  return { ...model, sites: [...model.sites, ...sites] };
}
