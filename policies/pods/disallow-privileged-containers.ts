import { is, not } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { everyContainer } from './parts/containers';

/** No server holds a privileged container that may not escalate. */
const escaped = { privileged: true, allowPrivilegeEscalation: null } as const;

/** CIS Kubernetes Benchmark 5.2.2; Pod Security Standards, baseline. */
export default defineRule({
  title: { vi: 'Không container nào chạy đặc quyền', en: 'no container is privileged' },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Container đặc quyền có mọi quyền của nút: chiếm được nó là chiếm được mọi hệ thống trên nút đó.',
    en: 'A privileged container may do all that its node may: whoever captures it has every system on the node.',
  },
  fix: {
    vi: 'Đặt securityContext.privileged là false, hoặc bỏ trường này.',
    en: 'Set securityContext.privileged to false, or leave it out.',
  },
  on: workloads,
  require: (pod) => everyContainer(pod, (container) => not(is(container.securityContext.privileged, true))),
  examples: {
    passes: {
      'a container that says it is unprivileged': {},
      'a container that says nothing of it': {
        object: { spec: { containers: [{ securityContext: { privileged: null } }] } },
      },
    },
    fails: {
      'a privileged container': { object: { spec: { containers: [{ securityContext: escaped }] } } },
      'a privileged container that runs first': {
        object: { spec: { initContainers: [{ name: 'first', image: 'first:1', securityContext: escaped }] } },
      },
      'a privileged container that is added to look inside': {
        object: { spec: { ephemeralContainers: [{ name: 'look', image: 'look:1', securityContext: escaped }] } },
      },
    },
  },
});
