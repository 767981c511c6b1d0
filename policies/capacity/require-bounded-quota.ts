import { absent, all, countAtMost, entry, exists } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import resourceQuotas from '../engine/targets/capacity/resource-quotas';

/** Twin of `tenancy/require-quota`, which asks that the quota is there and as large as declared. */
export default defineRule({
  title: {
    vi: 'Mỗi hạn mức giới hạn cả CPU, bộ nhớ và số pod',
    en: 'every quota bounds CPU, memory and the number of pods',
  },
  force: 'block',
  controls: ['d331-30.8', 'd331-30.5-4'],
  why: {
    vi: 'Hạn mức thiếu một loại tài nguyên thì hệ thống vẫn lấy hết loại đó của các hệ thống khác trên cùng cụm.',
    en: 'A quota that leaves one resource out lets a system take all of it from the others on the cluster.',
  },
  fix: {
    vi: 'Ghi limits.cpu, limits.memory và pods trong spec.hard.',
    en: 'Write limits.cpu, limits.memory and pods in spec.hard.',
  },
  on: resourceQuotas,
  when: ({ spec }) => all(countAtMost(spec.scopes, 0), absent(spec.scopeSelector)),
  require: ({ spec: { hard } }) =>
    all(exists(entry(hard, 'limits.cpu')), exists(entry(hard, 'limits.memory')), exists(entry(hard, 'pods'))),
  examples: {
    passes: { 'a quota of all three': {} },
    fails: {
      'a quota without CPU': { object: { spec: { hard: { 'limits.cpu': null } } } },
      'a quota without memory': { object: { spec: { hard: { 'limits.memory': null } } } },
      'a quota without pods': { object: { spec: { hard: { pods: null } } } },
    },
    ignores: {
      'a quota of some pods alone': { object: { spec: { hard: { 'limits.cpu': null }, scopes: ['Terminating'] } } },
      'a quota of one priority alone': {
        object: {
          spec: {
            hard: { 'limits.memory': null },
            scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['level-3'] }] },
          },
        },
      },
    },
  },
});
