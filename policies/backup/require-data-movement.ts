import { all, exists, is } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import veleroSchedules from '../engine/targets/engines/velero-schedules';

export default defineRule({
  title: {
    vi: 'Mọi lịch sao lưu chuyển dữ liệu ra khỏi hệ thống lưu trữ của cụm tới một kho được nêu tên',
    en: 'every backup schedule moves its data out of the storage of the cluster, to a store that it names',
  },
  force: 'block',
  controls: ['tcvn-14423-4.11.2.4', 'tcvn-14423-6.11.2.4', 'tcvn-14423-5.11.2.1'],
  why: {
    vi: 'Ảnh chụp nằm lại trong cùng hệ thống lưu trữ thì mất cùng lúc với dữ liệu gốc.',
    en: 'A snapshot that stays in the same storage is lost together with the data.',
  },
  fix: {
    vi: 'Đặt snapshotVolumes và snapshotMoveData là true, và ghi storageLocation.',
    en: 'Set snapshotVolumes and snapshotMoveData to true, and write the storageLocation.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể để nơi khác sao lưu mọi hệ thống.',
    en: 'A nation may have all of its backups managed elsewhere.',
  },
  on: veleroSchedules,
  require: ({ spec: { template } }) =>
    all(is(template.snapshotVolumes, true), is(template.snapshotMoveData, true), exists(template.storageLocation)),
  examples: {
    passes: { 'data that is moved to a store': {} },
    fails: {
      'no data of volumes': { object: { spec: { template: { snapshotVolumes: false } } } },
      'volumes left to the default': { object: { spec: { template: { snapshotVolumes: null } } } },
      'data that stays': { object: { spec: { template: { snapshotMoveData: false } } } },
      'the default, by which data stays': { object: { spec: { template: { snapshotMoveData: null } } } },
      'the default store of the cluster': { object: { spec: { template: { storageLocation: null } } } },
    },
  },
});
