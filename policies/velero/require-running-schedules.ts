import { isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import veleroSchedules from '../engine/targets/engines/velero-schedules';

export default defineRule({
  title: { vi: 'Mọi lịch sao lưu đang chạy', en: 'every backup schedule runs' },
  force: 'block',
  controls: ['tcvn-14423-3.11.2.1a', 'tcvn-14423-5.11.2.1'],
  why: {
    vi: 'Mã độc tống tiền tạm dừng sao lưu trước khi mã hóa dữ liệu; lịch tạm dừng không báo lỗi gì.',
    en: 'Ransomware pauses the backup before it encrypts; a schedule that is paused reports no failure.',
  },
  fix: {
    vi: 'Bỏ paused; muốn ngừng sao lưu thì sửa kế hoạch sao lưu của hệ thống.',
    en: 'Take paused away; to stop a backup, change the plan of the system.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể để nơi khác sao lưu mọi hệ thống.',
    en: 'A nation may have all of its backups managed elsewhere.',
  },
  on: veleroSchedules,
  require: ({ spec }) => isNot(spec.paused, true),
  examples: {
    passes: {
      'a schedule that runs': {},
      'a schedule that says nothing of it': { object: { spec: { paused: null } } },
    },
    fails: { 'a schedule that is paused': { object: { spec: { paused: true } } } },
  },
});
