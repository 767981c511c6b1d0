import { definePolicy, fail, pass } from '../define-policy';
import { systemSubjects } from '../subjects';

const DATABASES = 'databases';

export default definePolicy({
  title: {
    vi: 'Cơ sở dữ liệu quốc gia chạy và dự phòng trên đám mây của các trung tâm dữ liệu quốc gia',
    en: 'national databases run, and stand by, on the cloud of the national data centers',
  },
  force: 'block',
  controls: ['qd1121-national-databases'],
  why: {
    vi: 'Cơ sở dữ liệu ở nơi khác không được hưởng lớp bảo vệ, sao lưu và dự phòng của trung tâm quốc gia.',
    en: 'A database elsewhere has neither the protection nor the backup nor the standby of the national centers.',
  },
  fix: {
    vi: 'Đặt hệ thống ở cụm của trung tâm dữ liệu quốc gia.',
    en: 'Place the system in a cluster of a national data center.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể chưa khai báo cơ sở dữ liệu quốc gia nào.',
    en: 'A nation may declare no national database yet.',
  },
  subjects: ({ view }) => systemSubjects(view.model.systems.filter((one) => one.programme.includes(DATABASES))),
  check({ of: system }, { view }) {
    for (const { site, cluster } of system.placements) {
      const kind = view.model.trySite(site)?.kind ?? 'unknown';
      if (kind !== 'national-data-center') return fail('placements', `${site}: ${kind}`, 'a national data center');
      if (view.model.tryCluster(cluster)?.site !== site)
        return fail('placements', `${cluster} isn’t at ${site}`, 'a cluster of the site');
    }
    return pass;
  },
});
