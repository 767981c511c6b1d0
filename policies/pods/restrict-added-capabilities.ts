import { every, is } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { everyContainer } from './parts/containers';

const added = (...add: readonly string[]) => ({ securityContext: { capabilities: { add } } });

/** CIS Kubernetes Benchmark 5.2.9; Pod Security Standards, restricted. */
export default defineRule({
  title: {
    vi: 'Container không xin thêm capability nào ngoài mở cổng dưới 1024',
    en: 'containers ask for no capability but that of opening ports below 1024',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Mỗi capability là một phần quyền root của nút: SYS_ADMIN hay NET_ADMIN đủ để thoát khỏi container hoặc nghe lén mạng.',
    en: 'Each is a share of root on the node: SYS_ADMIN or NET_ADMIN are enough to leave the container or to listen in on the network.',
  },
  fix: {
    vi: 'Bỏ các tên khác NET_BIND_SERVICE khỏi securityContext.capabilities.add.',
    en: 'Remove every name but NET_BIND_SERVICE from securityContext.capabilities.add.',
  },
  on: workloads,
  require: (pod) =>
    everyContainer(pod, (container) =>
      every(container.securityContext.capabilities.add, (name) => is(name, 'NET_BIND_SERVICE')),
    ),
  examples: {
    passes: {
      'a container that asks for none': {},
      'a container that opens a low port': { object: { spec: { containers: [added('NET_BIND_SERVICE')] } } },
    },
    fails: {
      'a container that asks for one more': {
        object: { spec: { containers: [added('NET_BIND_SERVICE', 'NET_ADMIN')] } },
      },
      'names that are nearly the one': { object: { spec: { containers: [added('NET_BIND_SERVICEx')] } } },
      'a name that is cut off': { object: { spec: { containers: [added('ET_BIND_SERVICE')] } } },
      'a name that is empty': { object: { spec: { containers: [added('')] } } },
      'a container that runs first and sets the clock': {
        object: { spec: { initContainers: [{ name: 'first', image: 'first:1', ...added('SYS_TIME') }] } },
      },
      'a container that is added to look inside and traces others': {
        object: { spec: { ephemeralContainers: [{ name: 'look', image: 'look:1', ...added('SYS_PTRACE') }] } },
      },
    },
  },
});
