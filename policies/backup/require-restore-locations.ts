import { annotations, labels } from '../../model/naming';
import type { Copy } from '../../model/tenancy/backup';
import { textAt } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import { definePolicy, fail, pass } from '../define-policy';
import { systemSubjects } from '../subjects';

/** Twin of `backup/require-locations`, which starts from schedules; this one starts from where a system may wake up. */
export default definePolicy({
  title: {
    vi: 'Mỗi cụm nơi hệ thống chạy hoặc dự phòng đều đọc được mọi bản sao của hệ thống',
    en: 'every cluster in which a system runs or stands by can read each of its copies',
  },
  force: 'block',
  controls: ['tcvn-14423-3.11.2.1a', 'tcvn-14423-6.11.2.1b', 'd331-14.2'],
  why: {
    vi: 'Mất địa điểm chính mà cụm dự phòng không biết kho sao lưu thì có bản sao cũng không khôi phục được.',
    en: 'When the home is lost and the standby doesn’t know the store, there are copies and no recovery.',
  },
  fix: {
    vi: 'Sinh lại BackupStorageLocation trong cụm chính và cụm dự phòng.',
    en: 'Synthesize the BackupStorageLocation in the home and the standby cluster.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể để nơi khác sao lưu mọi hệ thống.',
    en: 'A nation may have all of its backups managed elsewhere.',
  },
  subjects: ({ view }) => systemSubjects(view.model.systems).filter(({ of }) => of.backup !== undefined),
  check({ of: system }, { view }) {
    for (const { cluster } of system.placements) {
      const locations = view.resources.inCluster(cluster, 'BackupStorageLocation');
      const copies = (system.backup?.copies ?? []).filter((one) => one.medium !== 'primary');
      const missing = copies.find((copy) => !locations.some((one) => isOf(one, copy)));
      if (missing !== undefined) {
        const { medium, site, lockDays } = missing;
        return fail(
          cluster,
          `no location for ${medium} at ${site}, locked ${lockDays} days`,
          'a BackupStorageLocation',
        );
      }
    }
    return pass;
  },
});

function isOf({ body }: Resource, { site, medium, lockDays }: Copy): boolean {
  return (
    textAt(body, 'metadata', 'labels', labels.site) === site &&
    textAt(body, 'metadata', 'annotations', annotations.medium) === medium &&
    textAt(body, 'metadata', 'annotations', annotations.lockDays) === String(lockDays)
  );
}
