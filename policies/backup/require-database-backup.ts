import type { DataSet, Placement } from '../../model/tenancy/system';
import { textAt } from '../../resources/json-path';
import type { AssemblyView } from '../../resources/view/assembly-view';
import type { BackupSchedule } from '../../resources/view/backup-view';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { homeSite, plannedSystems, type PlannedSystem } from './copies/planned-systems';

export default definePolicy({
  title: {
    vi: 'Mọi cơ sở dữ liệu PostgreSQL có cụm ở từng nơi đặt, sao lưu theo lịch tới kho ở địa điểm khác',
    en: 'Every PostgreSQL data set has a cluster at each placement and a scheduled backup to a store at another site',
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
    vi: 'Quốc gia có thể chưa có tập dữ liệu PostgreSQL nào mà ta sao lưu.',
    en: 'A nation may have no PostgreSQL data set whose copies are ours.',
  },
  subjects: (context) => plannedSystems(context).filter(({ of }) => databasesOf(of.dataSets).length > 0),
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

function databasesOf(dataSets: readonly DataSet[]): readonly DataSet[] {
  return dataSets.filter((one) => one.engine === 'postgresql');
}

function judgePlacement(
  view: AssemblyView,
  subject: PlannedSystem,
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
  if (placement.role === 'standby') return pass;
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

function judgeSchedule({ of: system, plan }: PlannedSystem, schedule: BackupSchedule): Judgement {
  const { name } = schedule.resource;
  const most = system.recovery.rpoMinutes;
  const gap = schedule.everyMinutes;
  if (schedule.suspended) return fail(`${name}: spec.suspend`, 'true', 'a schedule that runs');
  if (gap === undefined)
    return unknown(`${name}: spec.schedule`, 'a gap that can’t be told', `at most ${most} minutes`);
  if (gap > most) return fail(`${name}: spec.schedule`, `a gap of ${gap} minutes`, `at most ${most} minutes`);
  return judgeStore({ of: system, plan }, schedule);
}

function judgeStore({ of: system, plan }: Pick<PlannedSystem, 'of' | 'plan'>, schedule: BackupSchedule): Judgement {
  const { name } = schedule.resource;
  const [where, home] = [`${name}: spec.backup.barmanObjectStore.destinationPath`, homeSite(system)];
  const sites = schedule.destinations.map((one) => one.site);
  if (sites.length === 0) return fail(where, 'no store', 'a store in the country');
  const known = sites.filter((site) => site !== undefined);
  if (known.length === 0) return unknown(where, schedule.destinations[0]?.bucket ?? '', 'a bucket of a site');
  const leaves = plan?.copies.some((copy) => copy.medium === 'object' && copy.site !== home) ?? false;
  if (leaves && !known.some((site) => site !== home))
    return fail(where, `at ${home}`, 'at another site than the primary');
  const least = plan?.retentionDays ?? 0;
  const days = schedule.retentionDays;
  if (days === undefined) return fail(`${name}: spec.backup.retentionPolicy`, 'none', `at least ${least} days`);
  return days < least ? fail(`${name}: spec.backup.retentionPolicy`, `${days} days`, `at least ${least} days`) : pass;
}
