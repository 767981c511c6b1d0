import { entriesAtLeast } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import services from '../engine/targets/network/services';

/** CVE-2021-25740: what stands behind a service without a selector, whoever writes its endpoints decides. */
export default defineRule({
  title: {
    vi: 'Dịch vụ của hệ thống chọn Pod theo nhãn, không trỏ tới địa chỉ ghi tay',
    en: 'services of systems choose their pods by labels',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.4d', 'd331-30.8'],
  why: {
    vi: 'Dịch vụ không có selector trỏ được tới địa chỉ bất kỳ: cổng chung sẽ chuyển yêu cầu tới Pod của hệ thống khác.',
    en: 'Without a selector a service leads to any address, and the gateway hands requests on to other systems’ pods.',
  },
  fix: {
    vi: 'Ghi spec.selector với nhãn của các Pod.',
    en: 'Write spec.selector with the labels of the pods.',
  },
  mayBeVacuous: {
    vi: 'Hiện vật không chứa dịch vụ của hệ thống; đơn vị tạo chúng trên cụm, nơi quy tắc này được kiểm tra.',
    en: 'Artifacts hold no services of systems; tenants make those on clusters, where the rule acts.',
  },
  on: services,
  scope: 'tenants',
  require: (service) => entriesAtLeast(service.spec.selector, 1),
  examples: {
    passes: { 'a service of pods': {} },
    fails: { 'a service of whatever is written behind it': { object: { spec: { selector: null } } } },
  },
});
