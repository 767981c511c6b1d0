import { isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { everySecurityContext } from './parts/security-contexts';

const unconfined = { securityContext: { appArmorProfile: { type: 'Unconfined' } } } as const;

/** Pod Security Standards, baseline. API servers turn the annotations of old into this field of pods. */
export default defineRule({
  title: {
    vi: 'Không Pod, container nào tắt AppArmor',
    en: 'no pod and no container switches AppArmor off',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1'],
  why: {
    vi: 'AppArmor chặn gắn ổ, ghi thiết lập nhân và đọc tiến trình khác; tắt đi là bỏ lớp chặn cuối khi container bị chiếm.',
    en: 'It keeps a captured container from mounting, writing kernel settings and reading other processes; without it nothing else does.',
  },
  fix: {
    vi: 'Bỏ securityContext.appArmorProfile, hoặc đặt type là RuntimeDefault hay Localhost.',
    en: 'Remove securityContext.appArmorProfile, or set its type to RuntimeDefault or Localhost.',
  },
  on: workloads,
  require: (pod) => everySecurityContext(pod, ({ appArmorProfile }) => isNot(appArmorProfile.type, 'Unconfined')),
  examples: {
    passes: {
      'a pod that leaves it to the runtime': {},
      'a pod and a container with the profile of the runtime': {
        object: {
          spec: {
            securityContext: { appArmorProfile: { type: 'RuntimeDefault' } },
            containers: [{ securityContext: { appArmorProfile: { type: 'RuntimeDefault' } } }],
          },
        },
      },
    },
    fails: {
      'a pod without': { object: { spec: unconfined } },
      'a container without': { object: { spec: { containers: [unconfined] } } },
      'a container without beside another': {
        object: { spec: { containers: [{}, { name: 'side', image: 'side:1', ...unconfined }] } },
      },
      'a container that runs first without': {
        object: { spec: { initContainers: [{ name: 'first', image: 'first:1', ...unconfined }] } },
      },
      'a container that is added to look inside without': {
        object: { spec: { ephemeralContainers: [{ name: 'look', image: 'look:1', ...unconfined }] } },
      },
    },
  },
});
