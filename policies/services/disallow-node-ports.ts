import { isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import services from '../engine/targets/network/services';

/** Kubernetes documentation, Service: a node port answers on every address of every node. */
export default defineRule({
  title: { vi: 'Không dịch vụ nào mở cổng trên các nút', en: 'no service opens a port on the nodes' },
  force: 'block',
  controls: ['tcvn-14423-4.12.2.4b', 'tcvn-14423-5.12.2.4d'],
  why: {
    vi: 'NodePort mở cổng trên mọi nút của cụm, đi vòng qua cổng chung, nơi có TLS, tường lửa và nhật ký.',
    en: 'A node port opens on every node of the cluster, around the gateway, where TLS, firewall and logs are.',
  },
  fix: {
    vi: 'Đặt type là ClusterIP; công bố dịch vụ qua HTTPRoute của cổng chung.',
    en: 'Set the type to ClusterIP and publish through an HTTPRoute of the gateway.',
  },
  on: services,
  require: (service) => isNot(service.spec.type, 'NodePort'),
  examples: {
    passes: {
      'a service inside the cluster': {},
      'a service without a type': { object: { spec: { type: null } } },
    },
    fails: { 'a service on the nodes': { object: { spec: { type: 'NodePort' } } } },
  },
});
