import { isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { mountsNoHostFolder } from './parts/host-folders';
import { everySecurityContext } from './parts/security-contexts';

const root = { securityContext: { runAsUser: 0 } } as const;
const logs = { name: 'logs', hostPath: { path: '/var/log' } } as const;

/** Pod Security Standards, restricted. Agents read files of root on their node. */
export default defineRule({
  title: {
    vi: 'Không Pod, container nào không gắn thư mục của máy chủ chọn người dùng 0',
    en: 'no pod and no container without folders of its host chooses user 0',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Người dùng 0 là root: container khởi động bằng root, hoặc không khởi động được vì runAsNonRoot.',
    en: 'User 0 is root: the container starts as root, or runAsNonRoot keeps it from starting at all.',
  },
  fix: {
    vi: 'Bỏ securityContext.runAsUser hoặc đặt một số khác 0.',
    en: 'Remove securityContext.runAsUser, or set another number than 0.',
  },
  on: workloads,
  when: mountsNoHostFolder,
  require: (pod) => everySecurityContext(pod, ({ runAsUser }) => isNot(runAsUser, 0)),
  examples: {
    passes: {
      'a pod that leaves it to its images': {},
      'another user': {
        object: { spec: { securityContext: { runAsUser: 1 }, containers: [{ securityContext: { runAsUser: 1 } }] } },
      },
      'a pod with room to write': { object: { spec: { volumes: [{ name: 'room', emptyDir: {} }] } } },
    },
    fails: {
      'a pod of root': { object: { spec: root } },
      'a container of root': { object: { spec: { containers: [root] } } },
      'a container of root beside another': {
        object: { spec: { containers: [{}, { name: 'side', image: 'side:1', ...root }] } },
      },
      'a container of root that runs first': {
        object: { spec: { initContainers: [{ name: 'first', image: 'first:1', ...root }] } },
      },
      'a container of root that is added to look inside': {
        object: { spec: { ephemeralContainers: [{ name: 'look', image: 'look:1', ...root }] } },
      },
    },
    ignores: {
      'an agent that reads the logs of its node': {
        object: { spec: { ...root, volumes: [{ name: 'room', emptyDir: {} }, logs] } },
      },
    },
  },
});
