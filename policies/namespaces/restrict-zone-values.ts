import { labels } from '../../model/naming';
import { zoneTable } from '../../model/segmentation/zone';
import { entry, exists, oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import namespaces from '../engine/targets/access/namespaces';

const ZONES = zoneTable.filter(({ hosting }) => hosting === 'namespace').map(({ name }) => name);

/** Twin of `network/require-declared-zones`, which asks whether a system has every zone that its level needs. */
export default defineRule({
  title: {
    vi: 'Nhãn vùng của không gian tên là một vùng mạng chứa được ứng dụng',
    en: 'the zone of a namespace is one that workloads may stand in',
  },
  force: 'block',
  controls: ['d331-30.8'],
  why: {
    vi: 'Luồng giữa các vùng được mở theo nhãn vùng; vùng không có thật thì không luồng nào kiểm soát được.',
    en: 'Flows between zones are opened by the zone’s label; what is in no zone is between none.',
  },
  fix: {
    vi: `Đặt nhãn ${labels.zone} là một trong: ${ZONES.join(', ')}.`,
    en: `Set the label ${labels.zone} to one of ${ZONES.join(', ')}.`,
  },
  on: namespaces,
  when: (namespace) => exists(entry(namespace.metadata.labels, labels.zone)),
  require: (namespace) => oneOf(entry(namespace.metadata.labels, labels.zone), ZONES),
  examples: {
    passes: Object.fromEntries(
      ZONES.map((zone) => [
        `a namespace of the zone ${zone}`,
        { object: { metadata: { labels: { [labels.zone]: zone } } } },
      ]),
    ),
    fails: {
      'a zone of network equipment': { object: { metadata: { labels: { [labels.zone]: 'edge' } } } },
      'a zone that nobody knows': { object: { metadata: { labels: { [labels.zone]: 'core' } } } },
    },
    ignores: {
      'a namespace without a zone': { object: { metadata: { labels: { [labels.zone]: null } } } },
    },
  },
  equivalents: {
    'requires absent counts in metadata.labels.ndc.gov.vn/zone one of dmz, server, database, management':
      'the rule doesn’t apply where the label is absent',
  },
});
