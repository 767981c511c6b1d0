import { isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import services from '../engine/targets/network/services';

/** Twin of `network/disallow-exposed-services`, which asks it of quotas too; the platform’s gateway alone has an address. */
export default defineRule({
  title: {
    vi: 'Dịch vụ của hệ thống không nhận địa chỉ riêng từ bên ngoài (LoadBalancer)',
    en: 'services of systems have no address of their own outside of the cluster',
  },
  force: 'block',
  controls: ['tcvn-14423-4.12.2.4b', 'tcvn-14423-5.12.2.4d', 'tcvn-14423-4.12.2.2a-firewall'],
  why: {
    vi: 'LoadBalancer đi vòng qua cổng chung, nơi có TLS, tường lửa và nhật ký, và chiếm địa chỉ của cổng đó.',
    en: 'A load balancer goes around the gateway, where TLS, firewall and logs are, and takes addresses from it.',
  },
  fix: {
    vi: 'Đặt type là ClusterIP; công bố dịch vụ qua HTTPRoute của cổng chung.',
    en: 'Set the type to ClusterIP and publish through an HTTPRoute of the gateway.',
  },
  mayBeVacuous: {
    vi: 'Hiện vật không chứa dịch vụ của hệ thống; đơn vị tạo chúng trên cụm, nơi quy tắc này được kiểm tra.',
    en: 'Artifacts hold no services of systems; tenants make those on clusters, where the rule acts.',
  },
  on: services,
  scope: 'tenants',
  require: (service) => isNot(service.spec.type, 'LoadBalancer'),
  examples: {
    passes: {
      'a service inside the cluster': {},
      'a service without a type': { object: { spec: { type: null } } },
    },
    fails: { 'a service with an address of its own': { object: { spec: { type: 'LoadBalancer' } } } },
  },
});
