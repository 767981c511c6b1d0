import type { Model } from '../../../model/model';
import { clusterLoads } from '../../../model/placement/cluster-load';
import type { DataCenter } from '../../../model/site/site';
import { healthyModel } from '../../support/healthy-model';

/** The healthy model whose standby site has a second shared cluster, for codes from `01` on. */
function splitStandby(): Model {
  const model = healthyModel();
  const split = (site: DataCenter): DataCenter => ({
    ...site,
    fact: { ...site.fact, sharedClusters: [{ slot: 1, from: '01' }] },
  });
  return {
    ...model,
    sites: model.sites.map((site) =>
      site.kind === 'national-data-center' && site.id === 'dc-center' ? split(site) : site,
    ),
  };
}

function rowsOf(model: Model): readonly string[] {
  const clusters = [
    { id: 'dc-north-shared-0', site: 'dc-north' },
    { id: 'dc-center-shared-0', site: 'dc-center' },
    { id: 'dc-center-shared-1', site: 'dc-center' },
  ];
  return clusterLoads(model, clusters).map(
    ({ cluster, lost, namespaces }) => `${cluster} ${lost ?? '-'}: ${namespaces.map(({ name }) => name).join(' ')}`,
  );
}

describe('clusterLoads()', () => {
  test('brings the tenants of a lost site to the one shared cluster of their standby that holds their block', () => {
    const all = 'c00004-proc p01-proc-database p01-proc-dmz p01-proc-management p01-proc-server';
    expect(rowsOf(splitStandby())).toEqual([
      `dc-north-shared-0 -: ${all}`,
      'dc-center-shared-0 -: ',
      'dc-center-shared-1 -: ',
      `dc-north-shared-0 dc-center: ${all}`,
      'dc-center-shared-0 dc-north: ',
      `dc-center-shared-1 dc-north: ${all}`,
      `dc-north-shared-0 dc-south: ${all}`,
      'dc-center-shared-0 dc-south: ',
      'dc-center-shared-1 dc-south: ',
    ]);
  });

  test('keeps a warm system where it stands, with nothing brought along', () => {
    const { sites, tenants, systems, namespaces } = healthyModel();
    const loads = clusterLoads({ sites, tenants, systems, namespaces }, [{ id: 'dc-center-land', site: 'dc-center' }]);
    expect(loads.map(({ lost, namespaces: held }) => [lost, held.length])).toEqual([
      [undefined, 4],
      ['dc-north', 4],
      ['dc-south', 4],
    ]);
  });
});
