import { is } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { everyContainer } from './parts/containers';
import { mountsNoHostFolder } from './parts/host-folders';
import { ownOrInherited } from './parts/security-contexts';

const unsaid = { securityContext: { runAsNonRoot: null } } as const;
const maybeRoot = { securityContext: { runAsNonRoot: false } } as const;
const logs = { name: 'logs', hostPath: { path: '/var/log' } } as const;

/** CIS Kubernetes Benchmark 5.2.7; Pod Security Standards, restricted. Agents read files of root on their node. */
export default defineRule({
  title: {
    vi: 'Mọi container không gắn thư mục của máy chủ bảo đảm không chạy bằng root',
    en: 'every container without folders of its host makes sure that it does not run as root',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'root trong container cũng là root của nhân: một lỗi thoát container là chiếm cả nút.',
    en: 'Root in a container is root to the kernel: one way out of the container and the node is lost.',
  },
  fix: {
    vi: 'Đặt securityContext.runAsNonRoot của Pod là true và cho ảnh chạy bằng người dùng khác root.',
    en: 'Set securityContext.runAsNonRoot of the pod to true, and let the image run as another user than root.',
  },
  on: workloads,
  when: mountsNoHostFolder,
  require: (pod) =>
    everyContainer(pod, (container) =>
      ownOrInherited(container.securityContext.runAsNonRoot, pod.spec.securityContext.runAsNonRoot, (said) =>
        is(said, true),
      ),
    ),
  examples: {
    passes: {
      'a container that says what its pod says': {},
      'a container that leaves it to its pod': { object: { spec: { containers: [unsaid] } } },
      'a container that says it alone': { object: { spec: { ...unsaid } } },
      'a pod with room to write': { object: { spec: { volumes: [{ name: 'room', emptyDir: {} }] } } },
    },
    fails: {
      'nobody says anything of it': { object: { spec: { ...unsaid, containers: [unsaid] } } },
      'a pod that may run as root': { object: { spec: { ...maybeRoot, containers: [unsaid] } } },
      'a container that may run as root': { object: { spec: { containers: [maybeRoot] } } },
      'a container that runs first and may run as root': {
        object: { spec: { initContainers: [{ name: 'first', image: 'first:1', ...maybeRoot }] } },
      },
      'a container that is added to look inside and may run as root': {
        object: { spec: { ephemeralContainers: [{ name: 'look', image: 'look:1', ...maybeRoot }] } },
      },
    },
    ignores: {
      'an agent that reads the logs of its node': {
        object: { spec: { ...maybeRoot, volumes: [{ name: 'room', emptyDir: {} }, logs] } },
      },
    },
  },
});
