import { isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import serviceMonitors from '../engine/targets/engines/service-monitors';

export default defineRule({
  title: {
    vi: 'Giám sát chỉ chọn dịch vụ trong không gian tên được nêu',
    en: 'monitors choose services of namespaces that they name',
  },
  force: 'block',
  controls: ['d331-30.8', 'd331-30.9dd', 'tcvn-14423-5.4.2.7'],
  why: {
    vi: 'any lấy số liệu của mọi hệ thống trong cụm, và gửi chứng thực của mình tới dịch vụ của bất kỳ ai.',
    en: 'any collects the figures of every system of the cluster, and sends its credentials to services of anybody.',
  },
  fix: { vi: 'Thay namespaceSelector.any bằng matchNames.', en: 'Replace namespaceSelector.any by matchNames.' },
  on: serviceMonitors,
  require: ({ spec }) => isNot(spec.namespaceSelector.any, true),
  examples: {
    passes: {
      'a namespace by name': {},
      'its own namespace': { object: { spec: { namespaceSelector: null } } },
      'a selector that says no': { object: { spec: { namespaceSelector: { any: false } } } },
    },
    fails: { 'every namespace': { object: { spec: { namespaceSelector: { any: true } } } } },
  },
});
