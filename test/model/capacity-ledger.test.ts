import { capacityLedger } from '../../model/capacity-ledger';
import type { Model } from '../../model/model';
import { healthyModel } from '../support/healthy-model';

/**
 * The healthy model with 100 cores, 400 GiB and 8 workers of 95 pods on each cluster, 20 % reserve, 2 cores promised for each core: 16 cores
 * and 64 GiB for each namespace (5 of procedures-p01 on dc-north-shared-0, 4 of land-database on each of its two).
 */
function measuredModel(bend: Partial<Model> = {}): Model {
  const model = healthyModel();
  const capacity = { hosts: 8, cpu: 100, memoryGiB: 400, storageGiB: 1_000 };
  return { ...model, clusters: model.clusters.map((cluster) => ({ ...cluster, capacity })), ...bend };
}

function rowsOf(model: Model): readonly string[] {
  return capacityLedger(model).map(
    ({ cluster, lost, cpu, memoryGiB, pods }) =>
      `${cluster} ${lost ?? '-'}: cpu ${cpu.promised}/${cpu.offered}, memory ${memoryGiB.promised}/${memoryGiB.offered}, pods ${pods.promised}/${pods.offered}`,
  );
}

describe('capacityLedger()', () => {
  test('counts what is promised and offered, in normal operation and after each loss', () => {
    expect(rowsOf(measuredModel())).toEqual([
      'dc-center-land -: cpu 64/160, memory 256/320, pods 400/608',
      'dc-center-shared-0 -: cpu 0/160, memory 0/320, pods 0/608',
      'dc-north-land -: cpu 64/160, memory 256/320, pods 400/608',
      'dc-north-shared-0 -: cpu 80/160, memory 320/320, pods 500/608',
      'dc-south-shared-0 -: cpu 0/160, memory 0/320, pods 0/608',
      'dc-north-land dc-center: cpu 64/200, memory 256/400, pods 400/760',
      'dc-north-shared-0 dc-center: cpu 80/200, memory 320/400, pods 500/760',
      'dc-south-shared-0 dc-center: cpu 0/200, memory 0/400, pods 0/760',
      'dc-center-land dc-north: cpu 64/200, memory 256/400, pods 400/760',
      'dc-center-shared-0 dc-north: cpu 80/200, memory 320/400, pods 500/760',
      'dc-south-shared-0 dc-north: cpu 0/200, memory 0/400, pods 0/760',
      'dc-center-land dc-south: cpu 64/200, memory 256/400, pods 400/760',
      'dc-center-shared-0 dc-south: cpu 0/200, memory 0/400, pods 0/760',
      'dc-north-land dc-south: cpu 64/200, memory 256/400, pods 400/760',
      'dc-north-shared-0 dc-south: cpu 80/200, memory 320/400, pods 500/760',
    ]);
  });

  test('moves the systems of a lost site to the standby of each tenant', () => {
    const { tenants } = healthyModel();
    const south = tenants.map((tenant) => ({ ...tenant, standbySite: 'dc-south' }));
    const rows = rowsOf(measuredModel({ tenants: south }));
    expect(rows.filter((row) => row.includes(' dc-north:'))).toEqual([
      'dc-center-land dc-north: cpu 64/200, memory 256/400, pods 400/760',
      'dc-center-shared-0 dc-north: cpu 0/200, memory 0/400, pods 0/760',
      'dc-south-shared-0 dc-north: cpu 80/200, memory 320/400, pods 500/760',
    ]);
  });

  test('keeps nothing of the reserve from a nation that has none', () => {
    const { nation } = healthyModel();
    const rows = rowsOf(measuredModel({ nation: { ...nation, reserveShare: 0, overcommit: { cpu: 1, memory: 1 } } }));
    expect(rows[0]).toBe('dc-center-land -: cpu 64/100, memory 256/400, pods 400/760');
  });

  test('counts the pods that the addresses of a cluster leave each node', () => {
    const offered = (nodes: number): number | undefined => {
      const model = measuredModel();
      const clusters = model.clusters.map((one) => ({
        ...one,
        pods: { ipv4: '100.64.0.0/16', ipv6: '2001:db8::/56' },
        hosts: one.hosts.slice(0, 1).flatMap((host) => Array.from({ length: nodes }, () => host)),
      }));
      return capacityLedger({ ...model, clusters }).find(({ lost }) => lost !== undefined)?.pods.offered;
    };
    expect([offered(400), offered(800), offered(1_600), offered(1_700)]).toEqual([760, 344, 88, 0]);
  });
});
