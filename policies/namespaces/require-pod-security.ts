import { labels } from '../../model/naming';
import { entry, exists, is } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import namespaces from '../engine/targets/access/namespaces';

const ENFORCE = 'pod-security.kubernetes.io/enforce';

/** Twin of `tenancy/require-pod-security`, which knows the version of the target, and asks for all three modes. */
export default defineRule({
  title: {
    vi: 'Không gian tên của đơn vị bị buộc theo Pod Security mức restricted',
    en: 'namespaces of tenants are held to Pod Security restricted',
  },
  force: 'block',
  controls: ['d331-30.8', 'tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'tcvn-14423-6.5.2.3', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Một Pod có đặc quyền thoát ra máy chủ và đọc dữ liệu của mọi hệ thống khác trên đó.',
    en: 'A privileged pod gets out to its node and reads the data of every other system there.',
  },
  fix: { vi: `Đặt nhãn ${ENFORCE} là restricted.`, en: `Set the label ${ENFORCE} to restricted.` },
  on: namespaces,
  when: (namespace) => exists(entry(namespace.metadata.labels, labels.tenant)),
  require: (namespace) => is(entry(namespace.metadata.labels, ENFORCE), 'restricted'),
  examples: {
    passes: { 'a restricted namespace of a tenant': {} },
    fails: {
      'a namespace of a tenant with a baseline alone': { object: { metadata: { labels: { [ENFORCE]: 'baseline' } } } },
      'a namespace of a tenant that is held to nothing': { object: { metadata: { labels: { [ENFORCE]: null } } } },
    },
    ignores: {
      'a namespace of the platform': {
        object: {
          metadata: { labels: { [labels.tenant]: null, [labels.service]: 'logging', [ENFORCE]: 'privileged' } },
        },
      },
    },
  },
});
