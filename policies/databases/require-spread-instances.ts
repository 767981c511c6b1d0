import { numberAt, textAt, valueAt } from '../../resources/json-path';
import { definePolicy, fail, pass } from '../define-policy';
import { resourceSubjects } from '../subjects';

/** Twin of `resilience/require-replicas`, which asks how many instances there are; this one asks where. */
export default definePolicy({
  title: {
    vi: 'Các bản của một cơ sở dữ liệu luôn nằm trên những máy chủ khác nhau',
    en: 'instances of a database always stand on different hosts',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.2a-hot-standby', 'd331-30.5-4'],
  why: {
    vi: 'Hai bản trên một máy mất cùng lúc với máy đó, và dữ liệu chỉ còn trong bản sao lưu.',
    en: 'Two instances on one host are lost with it, and the data is left in the backup alone.',
  },
  fix: {
    vi: 'Đặt affinity: enablePodAntiAffinity là true, podAntiAffinityType là required, có topologyKey.',
    en: 'Set the affinity: enablePodAntiAffinity true, podAntiAffinityType required, with a topologyKey.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể chưa có cơ sở dữ liệu nhiều bản.',
    en: 'A nation may have no database of several instances.',
  },
  subjects: ({ view }) =>
    resourceSubjects(view.resources.ofKind('Cluster', 'postgresql.cnpg.io/')).filter(
      ({ of: { body } }) => (numberAt(body, 'spec', 'instances') ?? 1) > 1,
    ),
  check({ of: { body } }) {
    const apart = valueAt(body, 'spec', 'affinity', 'enablePodAntiAffinity');
    if (apart === false) return fail('spec.affinity.enablePodAntiAffinity', 'false', 'true');
    const type = textAt(body, 'spec', 'affinity', 'podAntiAffinityType') ?? 'preferred, by default';
    if (type !== 'required') return fail('spec.affinity.podAntiAffinityType', type, 'required');
    const key = textAt(body, 'spec', 'affinity', 'topologyKey') ?? 'not set';
    return key === 'kubernetes.io/hostname' || key === 'topology.kubernetes.io/zone'
      ? pass
      : fail('spec.affinity.topologyKey', key, 'hosts or failure domains');
  },
});
