import { is } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import services from '../engine/targets/network/services';

/** Kubernetes documentation, Preserving the client source IP. */
export default defineRule({
  title: {
    vi: 'Dịch vụ nhận lưu lượng từ bên ngoài giữ nguyên địa chỉ nguồn',
    en: 'services that are reached from outside keep the address of the caller',
  },
  force: 'block',
  controls: ['tcvn-14423-4.8.2.1a-fields'],
  why: {
    vi: 'Địa chỉ nguồn bị thay bằng địa chỉ của nút thì nhật ký không cho biết ai đã truy cập, tường lửa không chặn được ai.',
    en: 'Where a node’s address stands for the caller’s, logs can’t tell who came, and no firewall can turn one away.',
  },
  fix: {
    vi: 'Đặt externalTrafficPolicy là Local.',
    en: 'Set externalTrafficPolicy to Local.',
  },
  mayBeVacuous: {
    vi: 'Dịch vụ LoadBalancer của cổng do bộ điều khiển của cổng tạo trên cụm, không có trong hiện vật.',
    en: 'The controller of the gateway makes its load balancer on the cluster; artifacts hold none.',
  },
  on: services,
  when: (service) => is(service.spec.type, 'LoadBalancer'),
  require: (service) => is(service.spec.externalTrafficPolicy, 'Local'),
  examples: {
    passes: {
      'a load balancer that keeps the caller': {
        object: { spec: { type: 'LoadBalancer', externalTrafficPolicy: 'Local' } },
      },
    },
    fails: {
      'a load balancer that puts nodes in its place': {
        object: { spec: { type: 'LoadBalancer', externalTrafficPolicy: 'Cluster' } },
      },
      'a load balancer that says nothing of it': { object: { spec: { type: 'LoadBalancer' } } },
    },
    ignores: {
      'a service inside the cluster': {},
      'a service without a type': { object: { spec: { type: null } } },
    },
  },
});
