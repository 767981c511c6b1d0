import { countAtMost } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';

/** Names are resolved in one place, where they are filtered and logged. */
export default defineRule({
  title: {
    vi: 'Pod phân giải mọi tên qua DNS, không có tên ghi cứng',
    en: 'pods resolve every name by DNS and hard-wire none',
  },
  force: 'block',
  controls: ['tcvn-14423-3-dns-filtering', 'tcvn-14423-6.5.2.1'],
  why: {
    vi: 'Tên ghi cứng đi vòng qua bộ lọc tên miền và chỉ Pod sang một máy khác mà không ai thấy.',
    en: 'A hard-wired name goes around the filtering of names and leads the pod to another machine unseen.',
  },
  fix: {
    vi: 'Bỏ hostAliases; khai báo tên trong DNS.',
    en: 'Remove hostAliases; declare the name in DNS.',
  },
  on: workloads,
  require: ({ spec }) => countAtMost(spec.hostAliases, 0),
  examples: {
    passes: { 'a pod without names of its own': {} },
    fails: {
      'a pod with a name of its own': {
        object: { spec: { hostAliases: [{ ip: '192.0.2.1', hostnames: ['registry.example.vn'] }] } },
      },
    },
  },
});
