import { is, some } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { everyContainer } from './parts/containers';

/** CIS Kubernetes Benchmark 5.2.10; Pod Security Standards, restricted. */
export default defineRule({
  title: {
    vi: 'Mọi container bỏ hết capability mà bộ chạy container cấp sẵn',
    en: 'every container drops all capabilities that it is given unasked',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Bộ chạy container cấp sẵn hơn mười capability, như gửi gói tin thô và đổi chủ tệp, mà hầu hết chương trình không dùng.',
    en: 'The runtime grants over ten of them, raw packets and changing owners of files among them, and few programs use any.',
  },
  fix: {
    vi: 'Ghi ALL trong securityContext.capabilities.drop ở từng container.',
    en: 'Write ALL in securityContext.capabilities.drop of each container.',
  },
  on: workloads,
  require: (pod) =>
    everyContainer(pod, (container) => some(container.securityContext.capabilities.drop, (name) => is(name, 'ALL'))),
  examples: {
    passes: {
      'a container that drops all': {},
      'a container that drops one and then all': {
        object: { spec: { containers: [{ securityContext: { capabilities: { drop: ['CHOWN', 'ALL'] } } }] } },
      },
    },
    fails: {
      'a container that drops one': {
        object: { spec: { containers: [{ securityContext: { capabilities: { drop: ['CHOWN'] } } }] } },
      },
      'a container that drops a name that is none': {
        object: { spec: { containers: [{ securityContext: { capabilities: { drop: ['ALLx', 'LL', ''] } } }] } },
      },
      'a container that drops none': {
        object: { spec: { containers: [{ securityContext: { capabilities: null } }] } },
      },
      'a container that runs first and drops none': {
        object: { spec: { initContainers: [{ name: 'first', image: 'first:1' }] } },
      },
      'a container that is added to look inside and drops none': {
        object: { spec: { ephemeralContainers: [{ name: 'look', image: 'look:1' }] } },
      },
    },
  },
});
