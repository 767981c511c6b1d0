import { all, atLeast, is, isNot, oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import postgresClusters from '../engine/targets/engines/postgres-clusters';

/** Twin of `databases/require-several-instances`, which asks how many there are; this one asks where. */
export default defineRule({
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
  on: postgresClusters,
  when: ({ spec }) => atLeast(spec.instances, 2),
  require: ({ spec: { affinity } }) =>
    all(
      isNot(affinity.enablePodAntiAffinity, false),
      is(affinity.podAntiAffinityType, 'required'),
      oneOf(affinity.topologyKey, ['kubernetes.io/hostname', 'topology.kubernetes.io/zone']),
    ),
  examples: {
    passes: {
      'instances on different hosts': {},
      'two instances': { object: { spec: { instances: 2 } } },
      'instances in different failure domains': {
        object: { spec: { affinity: { topologyKey: 'topology.kubernetes.io/zone' } } },
      },
      'instances that are apart by default': { object: { spec: { affinity: { enablePodAntiAffinity: null } } } },
    },
    fails: {
      'instances anywhere': { object: { spec: { affinity: { enablePodAntiAffinity: false } } } },
      'two instances anywhere': { object: { spec: { instances: 2, affinity: { enablePodAntiAffinity: false } } } },
      'instances apart where it suits': { object: { spec: { affinity: { podAntiAffinityType: 'preferred' } } } },
      'the default, which is where it suits': { object: { spec: { affinity: { podAntiAffinityType: null } } } },
      'instances apart by what tells no hosts': { object: { spec: { affinity: { topologyKey: 'kubernetes.io/os' } } } },
      'instances apart by nothing': { object: { spec: { affinity: { topologyKey: null } } } },
    },
    ignores: {
      'one instance': { object: { spec: { instances: 1, affinity: null } } },
      'the default, which is one instance': { object: { spec: { instances: null, affinity: null } } },
    },
  },
});
