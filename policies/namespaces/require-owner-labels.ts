import { labels } from '../../model/naming';
import { all, entry, exists } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import namespaces from '../engine/targets/access/namespaces';

const OTHERS = [labels.system, labels.zone, labels.level, labels.site] as const;

/** Twin of `tenancy/require-tenant-labels`, which knows the values. */
export default defineRule({
  title: {
    vi: 'Không gian tên của đơn vị có đủ nhãn hệ thống, vùng, cấp độ và nơi đặt',
    en: 'the namespace of a tenant also names its system, zone, level and site',
  },
  force: 'block',
  controls: ['d331-30.8'],
  why: {
    vi: 'Chính sách mạng và các quy tắc theo cấp độ chọn theo nhãn: thiếu một nhãn là không được bảo vệ.',
    en: 'Network policies and the rules of levels select by labels: what lacks one is not protected.',
  },
  fix: {
    vi: 'Sinh lại không gian tên từ dữ kiện, đủ năm nhãn.',
    en: 'Synthesize the namespace from the facts, with all five labels.',
  },
  on: namespaces,
  when: (namespace) => exists(entry(namespace.metadata.labels, labels.tenant)),
  require: (namespace) => all(...OTHERS.map((key) => exists(entry(namespace.metadata.labels, key)))),
  examples: {
    passes: { 'a namespace with all labels': {} },
    fails: Object.fromEntries(
      OTHERS.map((key) => [`a namespace without ${key}`, { object: { metadata: { labels: { [key]: null } } } }]),
    ),
    ignores: {
      'a namespace of the platform': {
        object: { metadata: { labels: { [labels.tenant]: null, [labels.system]: null, [labels.service]: 'logging' } } },
      },
    },
  },
});
