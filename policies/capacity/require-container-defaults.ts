import { all, entry, exists, some } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import limitRanges from '../engine/targets/capacity/limit-ranges';

/** Twin of `tenancy/require-limit-range`, which asks that the range is there and within the quota. */
export default defineRule({
  title: {
    vi: 'Container không nêu giới hạn nhận giới hạn CPU và bộ nhớ mặc định',
    en: 'containers that state no limits get limits of CPU and memory',
  },
  force: 'block',
  controls: ['d331-30.8', 'd331-30.5-4'],
  why: {
    vi: 'Container không có giới hạn lấy hết bộ nhớ của nút, hoặc bị hạn mức từ chối lúc triển khai.',
    en: 'A container without limits takes all memory of its node, or is refused by the quota when it is deployed.',
  },
  fix: {
    vi: 'Thêm mục loại Container có default cho cpu và memory.',
    en: 'Add an item of type Container with default for cpu and memory.',
  },
  on: limitRanges,
  require: ({ spec }) =>
    some(spec.limits, (item) => all(exists(entry(item.default, 'cpu')), exists(entry(item.default, 'memory')))),
  examples: {
    passes: {
      'defaults of both': {},
      'defaults beside limits of pods': { object: { spec: { limits: [{}, { type: 'Pod', max: { cpu: '8' } }] } } },
    },
    fails: {
      'defaults without CPU': { object: { spec: { limits: [{ default: { cpu: null }, defaultRequest: null }] } } },
      'defaults without memory': {
        object: { spec: { limits: [{ default: { memory: null }, defaultRequest: null }] } },
      },
      'limits of pods alone': {
        object: {
          spec: { limits: [{ type: 'Pod', default: null, defaultRequest: null, max: { cpu: '8', memory: '8Gi' } }] },
        },
      },
    },
  },
});
