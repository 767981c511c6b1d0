import { countAtMost } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import services from '../engine/targets/network/services';

/** CVE-2020-8554, which Kubernetes leaves to such rules. */
export default defineRule({
  title: { vi: 'Không dịch vụ nào nhận địa chỉ ngoài (externalIPs)', en: 'no service takes addresses from outside' },
  force: 'block',
  controls: ['tcvn-14423-4.12.2.4b', 'tcvn-14423-5.12.2.4d', 'tcvn-14423-6.5.2.1'],
  why: {
    vi: 'externalIPs cho phép chiếm lưu lượng trong cụm gửi tới bất kỳ địa chỉ nào, kể cả của hệ thống khác (CVE-2020-8554).',
    en: 'With externalIPs a service takes what the cluster sends to any address, another system’s too (CVE-2020-8554).',
  },
  fix: {
    vi: 'Bỏ externalIPs; công bố dịch vụ qua cổng chung.',
    en: 'Take externalIPs out and publish through the gateway.',
  },
  on: services,
  require: (service) => countAtMost(service.spec.externalIPs, 0),
  examples: {
    passes: { 'a service inside the cluster': {} },
    fails: { 'a service that takes an address': { object: { spec: { externalIPs: ['203.0.113.10'] } } } },
  },
});
