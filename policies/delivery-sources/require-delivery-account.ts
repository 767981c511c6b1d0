import { isNot, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import deliveries from '../engine/targets/delivery/deliveries';

export default defineRule({
  title: {
    vi: 'Flux áp dụng mọi thứ bằng tài khoản được nêu tên',
    en: 'Flux applies everything as an account that is named',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'd331-30.8', 'tcvn-14423-6.6.2.3-privileged'],
  why: {
    vi: 'Không nêu tài khoản thì Flux dùng quyền của chính nó, thường là toàn quyền: ai ghi được vào Git là quản trị cụm.',
    en: 'Without an account Flux uses its own rights, usually all of them: whoever writes to Git administers the cluster.',
  },
  fix: {
    vi: 'Đặt serviceAccountName là tài khoản chỉ có quyền cần dùng.',
    en: 'Set serviceAccountName to an account with the rights that are needed.',
  },
  mayBeVacuous: {
    vi: 'Cây GitOps được xuất riêng và không nằm trong tệp cấu hình; cụm có thể không dùng Flux.',
    en: 'GitOps trees are exported apart and stand in no assembly; a cluster may do without Flux.',
  },
  on: deliveries,
  require: ({ spec }) => isNot(orElse(spec.serviceAccountName, ''), ''),
  examples: {
    passes: { 'an account': {} },
    fails: {
      'no account': { object: { spec: { serviceAccountName: null } } },
      'an empty name': { object: { spec: { serviceAccountName: '' } } },
    },
  },
});
