import { every, not, oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import roles from '../engine/targets/access/roles';

/** Each leads into a container that runs; which verb is granted makes no difference, for none of them has another use. */
const DOORS = ['pods/attach', 'pods/ephemeralcontainers', 'pods/exec', 'pods/portforward'] as const;

/** Kubernetes RBAC Good Practices: workload creation and execution. */
export default defineRule({
  title: {
    vi: 'Không vai trò nào mở đường vào container đang chạy',
    en: 'no role leads into a running container',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Mở shell hay chuyển tiếp cổng vào Pod là đọc, sửa dữ liệu của hệ thống mà ứng dụng và chính sách mạng không biết.',
    en: 'A shell or a forwarded port reads and changes data of a system past its application and its network policies.',
  },
  fix: {
    vi: `Bỏ ${DOORS.join(', ')}; chẩn đoán bằng nhật ký và số đo.`,
    en: `Take ${DOORS.join(', ')} out; logs and metrics tell what is wrong.`,
  },
  on: roles,
  require: (role) => every(role.rules, (rule) => every(rule.resources, (resource) => not(oneOf(resource, DOORS)))),
  examples: {
    passes: {
      'a role that reads logs': {
        object: { rules: [{}, { apiGroups: [''], resources: ['pods', 'pods/log'], verbs: ['get'] }] },
      },
    },
    fails: {
      'a role that reads pods and opens shells': {
        object: { rules: [{}, { apiGroups: [''], resources: ['pods', 'pods/exec'], verbs: ['get'] }] },
      },
      ...Object.fromEntries(
        DOORS.map((one) => [
          `a role on ${one}`,
          { object: { rules: [{}, { apiGroups: [''], resources: [one], verbs: ['create'] }] } },
        ]),
      ),
    },
  },
});
