import { annotations, labels } from '../../model/naming';
import { any, entry, exists, is, text } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import namespaces from '../engine/targets/access/namespaces';

const ENFORCE = 'pod-security.kubernetes.io/enforce';

/** Of tenants `namespaces/require-pod-security` asks it, and knows no reason to be privileged. */
export default defineRule({
  title: {
    vi: 'Không gian tên của dịch vụ nền tảng áp Pod Security restricted, hoặc ghi rõ vì sao không thể',
    en: 'namespaces of services of the platform are held to Pod Security restricted, or say why they can’t be',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Mỗi không gian tên có đặc quyền là một lối xuống máy chủ; phải đếm được và có lý do.',
    en: 'Each privileged namespace is a way down to the hosts; they must be few, and each have its reason.',
  },
  fix: {
    vi: `Đặt nhãn ${ENFORCE} là restricted, hoặc ghi lý do trong chú thích ${annotations.reason}.`,
    en: `Set the label ${ENFORCE} to restricted, or the reason in the annotation ${annotations.reason}.`,
  },
  on: namespaces,
  when: (namespace) => exists(entry(namespace.metadata.labels, labels.service)),
  require: ({ metadata }) =>
    any(
      text(entry(metadata.annotations, annotations.reason), 'matches', '[^ ]'),
      is(entry(metadata.labels, ENFORCE), 'restricted'),
    ),
  examples: {
    passes: {
      'a restricted namespace of the platform': { object: { metadata: { labels: { [labels.service]: 'identity' } } } },
      'a privileged one with its reason': {
        object: {
          metadata: {
            labels: { [labels.service]: 'logging', [ENFORCE]: 'privileged' },
            annotations: { [annotations.reason]: 'the node agent reads logs from the host' },
          },
        },
      },
    },
    fails: {
      'a privileged one without a reason': {
        object: { metadata: { labels: { [labels.service]: 'logging', [ENFORCE]: 'privileged' } } },
      },
      'one that is held to nothing, with a blank for a reason': {
        object: {
          metadata: {
            labels: { [labels.service]: 'logging', [ENFORCE]: null },
            annotations: { [annotations.reason]: ' ' },
          },
        },
      },
    },
    ignores: {
      'a namespace of a tenant': { object: { metadata: { labels: { [ENFORCE]: 'privileged' } } } },
    },
  },
});
