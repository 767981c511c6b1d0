import type { DataSet, Placement, System } from '../../model/tenancy/system';
import { textAt } from '../../resources/json-path';
import type { AssemblyView } from '../../resources/view/assembly-view';
import type { BackupSchedule } from '../../resources/view/backup-view';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { systemSubjects } from '../subjects';
import { judgeSchedule, type DatabaseOwner } from './databases/judge-schedule';

export default definePolicy({
  title: {
    vi: 'Mọi cơ sở dữ liệu PostgreSQL có cụm ở từng nơi đặt và, nếu ta sao lưu, có lịch tới kho ở địa điểm khác',
    en: 'Every PostgreSQL data set has a cluster at each placement and, where we back up, a schedule to another site’s store',
  },
  force: 'block',
  controls: ['tcvn-14423-3.11.2.1a', 'tcvn-14423-5.12.2.2a-data-loss', 'tcvn-14423-4.11.2.4'],
  why: {
    vi: 'Ảnh chụp ổ đĩa của cơ sở dữ liệu đang ghi có thể không khôi phục được; chỉ sao lưu có nhật ký ghi mới chắc chắn.',
    en: 'A volume snapshot of a database that writes may not come back; only a backup with its write-ahead log surely does.',
  },
  fix: {
    vi: 'Sinh lại cụm CloudNativePG với backup, retentionPolicy và ScheduledBackup của từng tập dữ liệu.',
    en: 'Synthesize the CloudNativePG cluster with backup, retentionPolicy and ScheduledBackup of each data set.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể chưa có tập dữ liệu PostgreSQL nào.',
    en: 'A nation may have no PostgreSQL data set.',
  },
  subjects: ({ view }) =>
    systemSubjects(view.model.systems)
      .filter(({ of }) => databasesOf(of.dataSets).length > 0)
      .map((subject) => ({ ...subject, plan: subject.of.backup })),
  check(subject, { view }) {
    for (const dataSet of databasesOf(subject.of.dataSets)) {
      for (const placement of subject.of.placements) {
        const judgement = judgePlacement(view, subject, { dataSet, placement });
        if (judgement.verdict !== 'pass') return judgement;
      }
    }
    return pass;
  },
});

/** Somebody else answers for the copies; the database itself is still ours. */
function isManagedElsewhere({ backup, backupManagedElsewhere }: System): boolean {
  return backup === undefined && backupManagedElsewhere !== undefined;
}

function databasesOf(dataSets: readonly DataSet[]): readonly DataSet[] {
  return dataSets.filter((one) => one.engine === 'postgresql');
}

function judgePlacement(
  view: AssemblyView,
  subject: DatabaseOwner,
  { dataSet, placement }: { dataSet: DataSet; placement: Placement },
): Judgement {
  const { id, shortName } = subject.of;
  const { cluster } = placement;
  const namespace = view.model
    .namespacesOf(id)
    .find((one) => one.cluster === cluster && one.zone === dataSet.zone && !one.communePart)?.name;
  if (namespace === undefined) return fail(dataSet.name, `no namespace of zone ${dataSet.zone} in ${cluster}`, 'one');
  const name = `${shortName}-${dataSet.name}`;
  const database = `${cluster}/Cluster/${namespace}/${name}`;
  const found = view.resources.tryFind(database);
  if (!(found?.apiVersion.startsWith('postgresql.cnpg.io/') ?? false)) {
    return fail(dataSet.name, `no ${database}`, 'a CloudNativePG cluster');
  }
  if (placement.role === 'standby' || isManagedElsewhere(subject.of)) return pass;
  const schedules = view.backup
    .ofSystem(id)
    .schedules.filter(
      ({ kind, resource }) =>
        kind === 'database' &&
        resource.cluster === cluster &&
        resource.namespace === namespace &&
        namesDatabase(resource.body, name),
    );
  const judgements = schedules.map((one) => judgeSchedule(subject, one));
  return (
    judgements.find((one) => one.verdict === 'pass') ??
    judgements[0] ??
    fail(dataSet.name, `no ScheduledBackup of ${database}`, 'a scheduled backup')
  );
}

function namesDatabase(body: BackupSchedule['resource']['body'], name: string): boolean {
  return textAt(body, 'spec', 'cluster', 'name') === name;
}
