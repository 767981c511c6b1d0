import type { AddressPlan } from '../address/address-plan';
import type { FactPath } from '../problem';
import { divisionTenantId } from '../naming';
import { sharedClusterOf } from '../site/shared-cluster';
import type { DataCenter } from '../site/site';
import type { Tenant } from '../tenancy/tenant';
import type { Text } from '../text';
import type { BuildInput } from './build-input';
import { blockText } from './build-sites';
import { byId } from './sort';

/** Derives every tenant: declared agencies, and the provinces and communes of the official list. */
export function buildTenants(
  input: BuildInput,
  plan: AddressPlan,
  dataCenters: readonly DataCenter[],
): readonly Tenant[] {
  const sites = new Map(dataCenters.map((site) => [site.id, site]));
  const homes = new Map(dataCenters.flatMap((site) => site.fact.serves.map((code) => [code, site] as const)));
  const declared = [...input.facts.tenants].flatMap(([id, { file, value }]) => {
    const home = sites.get(value.home);
    const { kind, code, officialName } = value;
    return home === undefined ? [] : [tenant({ id, kind, code, officialName, origin: [file] }, home)];
  });
  const provinces = input.divisions.provinces.flatMap(({ code, name }) => {
    const home = homes.get(code);
    const id = divisionTenantId('province', code);
    const officialName = { vi: name, en: name };
    return home === undefined
      ? []
      : [tenant({ id, kind: 'province', code, officialName, origin: ['profiles/province'] }, home)];
  });
  const byProvince = new Map(provinces.map((province) => [province.code, province]));
  const communes = input.divisions.communes.flatMap(({ code, name, provinceCode }): Tenant[] => {
    const province = byProvince.get(provinceCode);
    if (province === undefined) return [];
    return [
      {
        ...province,
        id: divisionTenantId('commune', code),
        kind: 'commune',
        code,
        officialName: { vi: name, en: name },
        parent: province.id,
        accessEnd: blockText(plan.commune(Number(code))),
        origin: ['profiles/commune'],
      },
    ];
  });
  return byId([...declared, ...provinces, ...communes]);
}

interface Named {
  readonly id: string;
  readonly kind: Tenant['kind'];
  readonly code: string;
  readonly officialName: Text;
  readonly origin: FactPath;
}

function tenant(named: Named, home: DataCenter): Tenant {
  return {
    ...named,
    homeSite: home.id,
    standbySite: standbyOf(named.code, home),
    homeCluster: sharedClusterOf(home, named.code),
  };
}

/** Tenants of a lost site spread over both others, by their code alone, so that each survivor takes about half. */
function standbyOf(code: string, home: DataCenter): string {
  const sum = [...code].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  return sum % 2 === 0 ? home.standby : home.third;
}
