import { all, every, isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';

const asHost = { securityContext: { windowsOptions: { hostProcess: true } } } as const;

/** No server holds a process of the host beside the network of a pod. */
const shared = { hostNetwork: true } as const;

/**
 * Pod Security Standards, baseline. No server holds a pod of which some containers are processes of the host and some
 * aren't, so those that serve tell for all.
 */
export default defineRule({
  title: {
    vi: 'Không container Windows nào chạy như tiến trình của máy chủ',
    en: 'no Windows container runs as a process of its host',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'HostProcess bỏ mọi ranh giới của container: chương trình có toàn bộ quyền trên nút Windows.',
    en: 'HostProcess takes every boundary of the container away: the program may do anything on its Windows node.',
  },
  fix: {
    vi: 'Bỏ securityContext.windowsOptions.hostProcess, hoặc đặt là false.',
    en: 'Remove securityContext.windowsOptions.hostProcess, or set it to false.',
  },
  on: workloads,
  require: ({ spec }) =>
    all(
      isNot(spec.securityContext.windowsOptions.hostProcess, true),
      every(spec.containers, (container) => isNot(container.securityContext.windowsOptions.hostProcess, true)),
    ),
  examples: {
    passes: {
      'a pod that says nothing of Windows': {},
      'a pod that says it is none': {
        object: { spec: { containers: [{ securityContext: { windowsOptions: { hostProcess: false } } }] } },
      },
    },
    fails: {
      'a pod of processes of the host': {
        object: { spec: { ...shared, ...asHost, containers: [{ ports: [] }] } },
      },
      'a process of the host beside a container that is none, which no server holds': {
        object: { spec: { ...shared, containers: [{ ports: [] }, { name: 'side', image: 'side:1', ...asHost }] } },
      },
      'a container as a process of the host': {
        object: { spec: { ...shared, containers: [{ ...asHost, ports: [] }] } },
      },
    },
  },
});
