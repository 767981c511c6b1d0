import { capacityLedger } from '../../model/capacity-ledger';
import type { Model } from '../../model/model';
import { healthyModel } from '../support/healthy-model';

/**
 * The healthy model with 100 cores and 400 GiB on each cluster, 20 % reserve, 2 cores promised for each core: 16 cores
 * and 64 GiB for each namespace (5 of procedures-p01 on dc-north-shared-0, 4 of land-database on each of its two).
 */
function measuredModel(bend: Partial<Model> = {}): Model {
  const model = healthyModel();
  const capacity = { hosts: 4, cpu: 100, memoryGiB: 400, storageGiB: 1_000 };
  return { ...model, clusters: model.clusters.map((cluster) => ({ ...cluster, capacity })), ...bend };
}

function rowsOf(model: Model): readonly string[] {
  return capacityLedger(model).map(
    ({ cluster, lost, cpu, memoryGiB, pods }) =>
      `${cluster} ${lost ?? '-'}: cpu ${cpu.promised}/${cpu.offered}, memory ${memoryGiB.promised}/${memoryGiB.offered}, pods ${pods.promised}`,
  );
}

describe('capacityLedger()', () => {
  test('counts what is promised and offered, in normal operation and after each loss', () => {
    expect(rowsOf(measuredModel())).toEqual([
      'dc-center-land -: cpu 64/160, memory 256/320, pods 400',
      'dc-center-shared-0 -: cpu 0/160, memory 0/320, pods 0',
      'dc-north-land -: cpu 64/160, memory 256/320, pods 400',
      'dc-north-shared-0 -: cpu 80/160, memory 320/320, pods 500',
      'dc-south-shared-0 -: cpu 0/160, memory 0/320, pods 0',
      'dc-north-land dc-center: cpu 64/200, memory 256/400, pods 400',
      'dc-north-shared-0 dc-center: cpu 80/200, memory 320/400, pods 500',
      'dc-south-shared-0 dc-center: cpu 0/200, memory 0/400, pods 0',
      'dc-center-land dc-north: cpu 64/200, memory 256/400, pods 400',
      'dc-center-shared-0 dc-north: cpu 80/200, memory 320/400, pods 500',
      'dc-south-shared-0 dc-north: cpu 0/200, memory 0/400, pods 0',
      'dc-center-land dc-south: cpu 64/200, memory 256/400, pods 400',
      'dc-center-shared-0 dc-south: cpu 0/200, memory 0/400, pods 0',
      'dc-north-land dc-south: cpu 64/200, memory 256/400, pods 400',
      'dc-north-shared-0 dc-south: cpu 80/200, memory 320/400, pods 500',
    ]);
  });

  test('moves the systems of a lost site to the standby of each tenant', () => {
    const { tenants } = healthyModel();
    const south = tenants.map((tenant) => ({ ...tenant, standbySite: 'dc-south' }));
    const rows = rowsOf(measuredModel({ tenants: south }));
    expect(rows.filter((row) => row.includes(' dc-north:'))).toEqual([
      'dc-center-land dc-north: cpu 64/200, memory 256/400, pods 400',
      'dc-center-shared-0 dc-north: cpu 0/200, memory 0/400, pods 0',
      'dc-south-shared-0 dc-north: cpu 80/200, memory 320/400, pods 500',
    ]);
  });

  test('keeps nothing of the reserve from a nation that has none', () => {
    const { nation } = healthyModel();
    const rows = rowsOf(measuredModel({ nation: { ...nation, reserveShare: 0, overcommit: { cpu: 1, memory: 1 } } }));
    expect(rows[0]).toBe('dc-center-land -: cpu 64/100, memory 256/400, pods 400');
  });
});
