import { all, exists } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import postgresClusters from '../engine/targets/engines/postgres-clusters';

/** The schema lets nothing but sound algorithms be written. */
export default defineRule({
  title: {
    vi: 'Kho lưu trữ của cơ sở dữ liệu mã hóa bản sao và nhật ký giao dịch',
    en: 'archives of databases encrypt base backups and logs',
  },
  force: 'block',
  controls: ['tcvn-14423-5.11.2.3b', 'd165-encryption', 'd356-12.2'],
  why: {
    vi: 'Kho lưu trữ chứa toàn bộ cơ sở dữ liệu, ở nơi khác, dưới tay người khác.',
    en: 'The archive holds the whole database, elsewhere, in other hands.',
  },
  fix: {
    vi: 'Đặt encryption của data và wal trong barmanObjectStore là AES256 hoặc aws:kms.',
    en: 'Set encryption of data and wal in barmanObjectStore to AES256 or aws:kms.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể chưa có cơ sở dữ liệu nào.', en: 'A nation may have no database.' },
  on: postgresClusters,
  when: ({ spec }) => exists(spec.backup.barmanObjectStore),
  require: ({ spec: { backup } }) =>
    all(exists(backup.barmanObjectStore.data.encryption), exists(backup.barmanObjectStore.wal.encryption)),
  examples: {
    passes: { 'both encrypted': {} },
    fails: {
      'base backups in the clear': {
        object: { spec: { backup: { barmanObjectStore: { data: { encryption: null } } } } },
      },
      'logs in the clear': { object: { spec: { backup: { barmanObjectStore: { wal: { encryption: null } } } } } },
    },
    ignores: { 'a standby, which makes no archive': { object: { spec: { backup: null } } } },
  },
});
