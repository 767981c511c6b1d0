import { isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import services from '../engine/targets/network/services';

/** A gateway that follows such a name leads to where no network policy of the caller looks. */
export default defineRule({
  title: {
    vi: 'Không dịch vụ nào trỏ tới tên miền bên ngoài (ExternalName)',
    en: 'no service stands for a name outside of the cluster',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.4d', 'tcvn-14423-6.12.2.4c'],
  why: {
    vi: 'ExternalName giấu đích thật sau một tên nội bộ: dữ liệu ra ngoài hoặc sang hệ thống khác mà bên gọi không biết.',
    en: 'Such a service hides a peer behind an inner name: data leaves, or goes to another system, and the caller can’t tell.',
  },
  fix: {
    vi: 'Dùng ClusterIP; đích bên ngoài phải được khai báo thành luồng và ghi đúng tên trong cấu hình ứng dụng.',
    en: 'Use ClusterIP; declare outer peers as flows, and have the application name them as they are.',
  },
  on: services,
  require: (service) => isNot(service.spec.type, 'ExternalName'),
  examples: {
    passes: {
      'a service inside the cluster': {},
      'a service without a type': { object: { spec: { type: null } } },
    },
    fails: {
      'a service that stands for a name': {
        object: { spec: { type: 'ExternalName', externalName: 'api.example.com' } },
      },
    },
  },
});
