import { is } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { everyContainer } from './parts/containers';

/** No server holds a container that may not escalate and is privileged. */
const silent = { allowPrivilegeEscalation: null, privileged: null } as const;

/** CIS Kubernetes Benchmark 5.2.6; Pod Security Standards, restricted. */
export default defineRule({
  title: {
    vi: 'Không container nào tự nâng được đặc quyền',
    en: 'no container may gain more privileges than it starts with',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Kubernetes mặc định cho phép nâng đặc quyền: một tệp setuid trong ảnh đủ để người dùng thường thành root.',
    en: 'Kubernetes allows it unless told not to: one setuid file in an image makes a plain user root.',
  },
  fix: {
    vi: 'Đặt securityContext.allowPrivilegeEscalation là false ở từng container.',
    en: 'Set securityContext.allowPrivilegeEscalation to false in each container.',
  },
  on: workloads,
  require: (pod) => everyContainer(pod, (container) => is(container.securityContext.allowPrivilegeEscalation, false)),
  examples: {
    passes: { 'a container that says it may not': {} },
    fails: {
      'a container that may': {
        object: { spec: { containers: [{ securityContext: { ...silent, allowPrivilegeEscalation: true } }] } },
      },
      'a container that says nothing of it': { object: { spec: { containers: [{ securityContext: silent }] } } },
      'a container that runs first and says nothing of it': {
        object: { spec: { initContainers: [{ name: 'first', image: 'first:1' }] } },
      },
      'a container that is added to look inside and says nothing of it': {
        object: { spec: { ephemeralContainers: [{ name: 'look', image: 'look:1' }] } },
      },
    },
  },
});
