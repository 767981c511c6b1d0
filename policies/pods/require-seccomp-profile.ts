import { oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { everyContainer } from './parts/containers';
import { ownOrInherited } from './parts/security-contexts';

const unsaid = { securityContext: { seccompProfile: null } } as const;
const localhost = { type: 'Localhost', localhostProfile: 'profiles/web.json' } as const;

/** CIS Kubernetes Benchmark 5.6.2; Pod Security Standards, restricted. */
export default defineRule({
  title: {
    vi: 'Mọi container bị giới hạn lời gọi hệ thống bằng seccomp',
    en: 'seccomp limits the system calls of every container',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1'],
  why: {
    vi: 'Không có seccomp, container gọi được mọi lời gọi của nhân mà các hệ thống trên nút dùng chung, kể cả lời gọi có lỗ hổng.',
    en: 'Without it a container reaches every call of the kernel that all systems on a node share, those with holes included.',
  },
  fix: {
    vi: 'Đặt securityContext.seccompProfile.type của Pod là RuntimeDefault, hoặc Localhost với hồ sơ riêng.',
    en: 'Set securityContext.seccompProfile.type of the pod to RuntimeDefault, or to Localhost with its own profile.',
  },
  on: workloads,
  require: (pod) =>
    everyContainer(pod, (container) =>
      ownOrInherited(
        container.securityContext.seccompProfile.type,
        pod.spec.securityContext.seccompProfile.type,
        (type) => oneOf(type, ['RuntimeDefault', 'Localhost']),
      ),
    ),
  examples: {
    passes: {
      'a container that says what its pod says': {},
      'a container that leaves it to its pod': { object: { spec: { containers: [unsaid] } } },
      'a container that leaves it to its pod, which has its own profile': {
        object: { spec: { securityContext: { seccompProfile: localhost }, containers: [unsaid] } },
      },
      'a container that says it alone': { object: { spec: { ...unsaid } } },
      'a container with its own profile': {
        object: { spec: { ...unsaid, containers: [{ securityContext: { seccompProfile: localhost } }] } },
      },
    },
    fails: {
      'nobody says anything of it': { object: { spec: { ...unsaid, containers: [unsaid] } } },
      'a pod without limits': {
        object: { spec: { securityContext: { seccompProfile: { type: 'Unconfined' } }, containers: [unsaid] } },
      },
      'a container that leaves the limits of its pod': {
        object: { spec: { containers: [{ securityContext: { seccompProfile: { type: 'Unconfined' } } }] } },
      },
      'a container that runs first without limits': {
        object: {
          spec: {
            initContainers: [
              { name: 'first', image: 'first:1', securityContext: { seccompProfile: { type: 'Unconfined' } } },
            ],
          },
        },
      },
      'a container that is added to look inside without limits': {
        object: {
          spec: {
            ephemeralContainers: [
              { name: 'look', image: 'look:1', securityContext: { seccompProfile: { type: 'Unconfined' } } },
            ],
          },
        },
      },
    },
  },
});
