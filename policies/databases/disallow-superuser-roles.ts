import { every, isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import postgresClusters from '../engine/targets/engines/postgres-clusters';

export default defineRule({
  title: { vi: 'Không vai trò nào của cơ sở dữ liệu có quyền superuser', en: 'no role of a database is a superuser' },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-6.6.2.3-privileged'],
  why: {
    vi: 'Vai trò superuser của ứng dụng chạy được lệnh trên máy chủ: một lỗ hổng SQL là mất cả cơ sở dữ liệu.',
    en: 'A superuser of an application runs commands on the host: one SQL hole takes the whole database.',
  },
  fix: {
    vi: 'Bỏ superuser khỏi managed.roles; cấp từng quyền cần dùng.',
    en: 'Take superuser out of managed.roles; grant the rights that are needed.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể chưa có cơ sở dữ liệu nào.', en: 'A nation may have no database.' },
  on: postgresClusters,
  require: ({ spec }) => every(spec.managed.roles, (role) => isNot(role.superuser, true)),
  examples: {
    passes: {
      'no role of its own': {},
      'a role that is none': { object: { spec: { managed: { roles: [{ name: 'web', superuser: false }] } } } },
      'a role that says nothing of it': { object: { spec: { managed: { roles: [{ name: 'web' }] } } } },
    },
    fails: {
      'a superuser': { object: { spec: { managed: { roles: [{ name: 'web', superuser: true }] } } } },
      'a superuser beside another role': {
        object: { spec: { managed: { roles: [{ name: 'web' }, { name: 'admin', superuser: true }] } } },
      },
    },
  },
});
