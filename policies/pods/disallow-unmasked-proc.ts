import { isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { everyContainer } from './parts/containers';

const unmasked = { securityContext: { procMount: 'Unmasked' } } as const;

/** No server holds an unmasked /proc beside the users of the host. */
const ownUsers = { hostUsers: false } as const;

/** Pod Security Standards, baseline. */
export default defineRule({
  title: {
    vi: 'Mọi container thấy /proc đã được che phần nguy hiểm',
    en: 'every container sees /proc with its dangerous parts masked',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1'],
  why: {
    vi: 'Phần /proc bị che cho đọc bộ nhớ, khóa và ghi thiết lập của nhân mà mọi hệ thống trên nút dùng chung.',
    en: 'The masked parts of /proc show memory and keys of the kernel that all systems on a node share, and let its settings be written.',
  },
  fix: {
    vi: 'Bỏ securityContext.procMount, hoặc đặt là Default.',
    en: 'Remove securityContext.procMount, or set it to Default.',
  },
  on: workloads,
  require: (pod) => everyContainer(pod, (container) => isNot(container.securityContext.procMount, 'Unmasked')),
  examples: {
    passes: {
      'a container that says nothing of it': {},
      'a container that says it is masked': {
        object: { spec: { containers: [{ securityContext: { procMount: 'Default' } }] } },
      },
    },
    fails: {
      'a container with all of /proc': { object: { spec: { ...ownUsers, containers: [unmasked] } } },
      'a container with all of /proc beside another': {
        object: { spec: { ...ownUsers, containers: [{}, { name: 'side', image: 'side:1', ...unmasked }] } },
      },
      'a container that runs first with all of /proc': {
        object: { spec: { ...ownUsers, initContainers: [{ name: 'first', image: 'first:1', ...unmasked }] } },
      },
      'a container that is added to look inside with all of /proc': {
        object: { spec: { ...ownUsers, ephemeralContainers: [{ name: 'look', image: 'look:1', ...unmasked }] } },
      },
    },
  },
});
