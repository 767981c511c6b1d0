import { all, is, oneOf, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { everySecurityContext } from './parts/security-contexts';

/** Types of containers, as the Pod Security Standards list them; the empty one leaves it to the runtime. */
const TYPES = ['', 'container_engine_t', 'container_init_t', 'container_kvm_t', 'container_t'] as const;

const of = (seLinuxOptions: { readonly type?: string; readonly user?: string; readonly role?: string }) => ({
  securityContext: { seLinuxOptions },
});
const own = (type: string) => ({ name: type.replaceAll('_', '-'), image: 'side:1', ...of({ type }) });

/** Pod Security Standards, baseline. */
export default defineRule({
  title: {
    vi: 'SELinux giữ mọi container trong vùng của container',
    en: 'SELinux keeps every container in the domain of containers',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Kiểu như spc_t, hay người dùng và vai trò SELinux riêng, đưa container ra khỏi vùng bị giới hạn.',
    en: 'A type such as spc_t, or an SELinux user or role of its own, takes the container out of its confined domain.',
  },
  fix: {
    vi: 'Bỏ seLinuxOptions.user và role; để type trống hoặc là container_t, container_init_t, container_kvm_t, container_engine_t.',
    en: 'Remove user and role of seLinuxOptions; leave type out, or set container_t, container_init_t, container_kvm_t or container_engine_t.',
  },
  on: workloads,
  require: (pod) =>
    everySecurityContext(pod, ({ seLinuxOptions: { type, user, role } }) =>
      all(oneOf(orElse(type, ''), TYPES), is(orElse(user, ''), ''), is(orElse(role, ''), '')),
    ),
  examples: {
    passes: {
      'a pod that leaves it to the runtime': {},
      'a pod that leaves it to the runtime in so many words': { object: { spec: of({ type: '' }) } },
      'a pod that separates itself by a level': {
        object: { spec: { securityContext: { seLinuxOptions: { level: 's0:c123,c456' } } } },
      },
      'containers of each type': {
        object: {
          spec: { ...of({ type: 'container_t' }), containers: [{}, ...TYPES.slice(1).map((type) => own(type))] },
        },
      },
      'pods of each type': {
        object: { spec: of({ type: 'container_kvm_t' }) },
      },
      'a pod that starts others': { object: { spec: of({ type: 'container_init_t' }) } },
      'a pod that runs containers': { object: { spec: of({ type: 'container_engine_t' }) } },
    },
    fails: {
      'a pod that nothing confines': { object: { spec: of({ type: 'spc_t' }) } },
      'a pod of an SELinux user of its own': { object: { spec: of({ user: 'system_u' }) } },
      'a pod of a role of its own': { object: { spec: of({ role: 'sysadm_r' }) } },
      'a container that nothing confines': { object: { spec: { containers: [of({ type: 'spc_t' })] } } },
      'a container of an SELinux user of its own': { object: { spec: { containers: [of({ user: 'system_u' })] } } },
      'a container of a role of its own': { object: { spec: { containers: [of({ role: 'sysadm_r' })] } } },
      'a container that runs first and that nothing confines': {
        object: { spec: { initContainers: [{ ...own('spc_t'), name: 'first' }] } },
      },
      'a container that is added to look inside and that nothing confines': {
        object: { spec: { ephemeralContainers: [{ ...own('spc_t'), name: 'look' }] } },
      },
    },
  },
});
