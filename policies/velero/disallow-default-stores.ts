import { isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import backupStorageLocations from '../engine/targets/engines/backup-storage-locations';

export default defineRule({
  title: { vi: 'Không kho sao lưu nào là mặc định', en: 'no backup store is the default' },
  force: 'block',
  controls: ['d331-30.8', 'tcvn-14423-5.4.2.7'],
  why: {
    vi: 'Bản sao không nêu kho rơi vào kho mặc định: sai địa điểm, sai thời hạn khóa, lẫn với dữ liệu của nơi khác.',
    en: 'A backup that names no store falls into the default one: at the wrong site, under the wrong lock, among data of others.',
  },
  fix: {
    vi: 'Đặt default là false hoặc bỏ đi; mỗi lịch nêu storageLocation.',
    en: 'Set default to false or leave it out; let each schedule name its storageLocation.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể để nơi khác sao lưu mọi hệ thống.',
    en: 'A nation may have all of its backups managed elsewhere.',
  },
  on: backupStorageLocations,
  require: ({ spec }) => isNot(spec.default, true),
  examples: {
    passes: {
      'a store that schedules name': {},
      'a store that says nothing of it': { object: { spec: { default: null } } },
    },
    fails: { 'a store for whoever names none': { object: { spec: { default: true } } } },
  },
});
