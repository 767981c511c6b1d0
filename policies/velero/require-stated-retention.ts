import { duration } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import veleroSchedules from '../engine/targets/engines/velero-schedules';

/** 30 days are a decision of the programme; `backup/require-schedule` asks for what each system declared. */
export default defineRule({
  title: {
    vi: 'Mọi lịch sao lưu giữ bản sao ít nhất 30 ngày',
    en: 'every backup schedule keeps its copies for 30 days at least',
  },
  force: 'block',
  controls: ['tcvn-14423-3.11.2.1a'],
  why: {
    vi: 'Mã độc nằm im nhiều tuần trước khi phá; bản sao giữ ngắn hơn thì bản nào cũng đã nhiễm.',
    en: 'Malware lies still for weeks before it strikes; copies that are kept for less are all infected.',
  },
  fix: { vi: 'Đặt ttl từ 720h trở lên.', en: 'Set ttl to 720h or more.' },
  mayBeVacuous: {
    vi: 'Quốc gia có thể để nơi khác sao lưu mọi hệ thống.',
    en: 'A nation may have all of its backups managed elsewhere.',
  },
  on: veleroSchedules,
  require: ({ spec }) => duration(spec.template.ttl, { atLeast: '720h' }),
  examples: {
    passes: { '90 days': {}, '30 days': { object: { spec: { template: { ttl: '720h' } } } } },
    fails: {
      'a second less than 30 days': { object: { spec: { template: { ttl: '719h59m59s' } } } },
      'a time left to the default': { object: { spec: { template: { ttl: null } } } },
    },
  },
});
