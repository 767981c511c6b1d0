import { entry, exists, isNot, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import namespaces from '../engine/targets/access/namespaces';

const ENFORCE = 'pod-security.kubernetes.io/enforce';
const VERSION = 'pod-security.kubernetes.io/enforce-version';

/** Pod Security Admission takes `latest` where no version is written. */
export default defineRule({
  title: {
    vi: 'Mức Pod Security của mỗi không gian tên ghi rõ phiên bản',
    en: 'the Pod Security level of a namespace names its version',
  },
  force: 'block',
  controls: ['tcvn-14423-4.5.2.1', 'tcvn-14423-6.5.2.1'],
  why: {
    vi: 'Với latest, nâng cấp cụm sẽ đổi điều kiện mà chưa ai thử: Pod đang chạy có thể không khởi động lại được.',
    en: 'With latest, an upgrade of the cluster changes what is asked, untried: pods that run may not start again.',
  },
  fix: {
    vi: `Đặt nhãn ${VERSION} là phiên bản Kubernetes đích, ví dụ v1.36.`,
    en: `Set the label ${VERSION} to the Kubernetes version of the target, such as v1.36.`,
  },
  on: namespaces,
  when: (namespace) => exists(entry(namespace.metadata.labels, ENFORCE)),
  require: ({ metadata }) => isNot(orElse(entry(metadata.labels, VERSION), 'latest'), 'latest'),
  examples: {
    passes: { 'a namespace with a version': {} },
    fails: {
      'a namespace with whatever version is the latest': { object: { metadata: { labels: { [VERSION]: 'latest' } } } },
      'a namespace without a version': { object: { metadata: { labels: { [VERSION]: null } } } },
    },
    ignores: {
      'a namespace that is held to nothing': {
        object: { metadata: { labels: { [ENFORCE]: null, [VERSION]: null } } },
      },
    },
  },
});
