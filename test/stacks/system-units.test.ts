import type { Model } from '../../model/model';
import { systemUnits } from '../../stacks/system-units';
import type { Unit } from '../../stacks/unit';
import { healthyModel, withSystem } from '../support/healthy-model';
import { renderUnit, type RenderedObject } from '../support/render-construct';

function unitAt(model: Model, path: string): Unit {
  const unit = systemUnits(model).find((one) => one.path === path);
  if (unit === undefined) throw new Error(`no unit at ${path}`);
  return unit;
}

function objectsAt(model: Model, path: string): readonly string[] {
  return renderUnit(unitAt(model, path)).map(
    ({ kind, metadata }) => `${kind} ${metadata.namespace ?? '-'}/${metadata.name}`,
  );
}

const province = 'kubernetes/dc-north-shared-0/3-data/dc-north-shared-0-p01.yaml';

describe('systemUnits()', () => {
  test('are the locations of each cluster with systems, and the data of each shard of owners', () => {
    expect(systemUnits(healthyModel()).map(({ path, wave }) => `${wave ?? '-'} ${path}`)).toEqual([
      '1 kubernetes/dc-north-land/1-baseline/backup-locations.yaml',
      '1 kubernetes/dc-center-land/1-baseline/backup-locations.yaml',
      '1 kubernetes/dc-north-shared-0/1-baseline/backup-locations.yaml',
      '3 kubernetes/dc-north-land/3-data/dc-north-land-national-owner.yaml',
      '3 kubernetes/dc-center-land/3-data/dc-center-land-national-owner.yaml',
      `3 ${province}`,
    ]);
  });

  test('hold what a system keeps: its databases, its front’s certificate, a schedule for each copy, its drill', () => {
    const objects = objectsAt(healthyModel(), province).filter((one) => !one.startsWith('CiliumNetworkPolicy'));
    expect(objects).toEqual([
      'Cluster p01-proc-database/proc-cases',
      'ScheduledBackup p01-proc-database/proc-cases',
      'Certificate p01-proc-dmz/service',
      'Schedule platform-backup/procedures-p01-dc-north-object',
      'Schedule platform-backup/procedures-p01-dc-center-tape',
      'ConfigMap p01-proc-server/restore-drill',
    ]);
  });

  test('give every schedule a location in the same cluster', () => {
    const model = healthyModel();
    const names = (path: string, pick: (object: RenderedObject) => unknown): readonly unknown[] =>
      renderUnit(unitAt(model, path)).flatMap((object) => pick(object) ?? []);
    const locations = names(
      'kubernetes/dc-north-shared-0/1-baseline/backup-locations.yaml',
      ({ metadata }) => metadata.name,
    );
    const used = names(province, ({ kind, spec }) =>
      kind === 'Schedule' ? (spec as { template: { storageLocation: string } }).template.storageLocation : undefined,
    );
    expect(used).toHaveLength(2);
    expect(used.filter((one) => !locations.includes(one))).toEqual([]);
  });

  test('copy at home and not again at the standby', () => {
    const kinds = ['dc-north-land', 'dc-center-land'].map((cluster) => {
      const path = `kubernetes/${cluster}/3-data/${cluster}-national-owner.yaml`;
      return objectsAt(healthyModel(), path).filter((one) => /^(?:Schedule|ScheduledBackup|ConfigMap) /.test(one))
        .length;
    });
    expect(kinds).toEqual([4, 0]);
  });

  test('copy nothing of a system whose backup somebody else manages', () => {
    const model = withSystem('procedures-p01', {
      backup: undefined,
      backupManagedElsewhere: { by: 'Another agency', evidence: 'Contract 1' },
    });
    const objects = objectsAt(model, province).filter((one) => /Schedule|restore-drill/.test(one));
    expect(objects).toEqual([]);
  });

  test('back up the commune’s part with its province’s system', () => {
    const schedules = renderUnit(unitAt(healthyModel(), province)).filter(({ kind }) => kind === 'Schedule');
    const included = schedules.map(
      ({ spec }) => (spec as { template: { includedNamespaces: readonly string[] } }).template.includedNamespaces,
    );
    expect(included[0]).toEqual([
      'c00004-proc',
      'p01-proc-database',
      'p01-proc-dmz',
      'p01-proc-management',
      'p01-proc-server',
    ]);
    expect(included[1]).toEqual(included[0]);
  });
});
