import { textAt, textsAt, valueAt } from '../../resources/json-path';
import type { JsonObject } from '../../resources/resource';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { containersOf, podOf, workloadSubjects, type PodContainer } from './pods/workload-pods';

/** Switches of a container's `securityContext`, and what they must say. */
const switches: Readonly<Record<string, boolean>> = {
  privileged: false,
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
};

/** CIS Kubernetes Benchmark 5.2; the platform's own namespaces aren't all held to Pod Security restricted. */
export default definePolicy({
  title: {
    vi: 'Mọi container của nền tảng không đặc quyền, không leo thang, gốc chỉ đọc, bỏ mọi capability, có seccomp',
    en: 'every container of the platform is unprivileged: no escalation, read-only root, no capability, seccomp',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Container của nền tảng chạy trên mọi nút; một lỗ hổng ở đó, nếu có đặc quyền, là mất mọi hệ thống.',
    en: 'Containers of the platform run on every node; one hole there, with privileges, loses every system.',
  },
  fix: {
    vi: 'Đặt securityContext: privileged và allowPrivilegeEscalation là false, readOnlyRootFilesystem là true, drop ALL, seccomp RuntimeDefault.',
    en: 'Set the securityContext: privileged and allowPrivilegeEscalation false, readOnlyRootFilesystem true, drop ALL, seccomp RuntimeDefault.',
  },
  subjects: ({ view }) => workloadSubjects(view),
  check({ of: workload }) {
    const pod = podOf(workload);
    const containers = containersOf(pod);
    if (containers.length === 0) return fail('containers', 'none', 'a container');
    return containers.map((one) => judgeContainer(pod, one)).find((one) => one.verdict !== 'pass') ?? pass;
  },
});

function judgeContainer(pod: JsonObject, { where, container }: PodContainer): Judgement {
  const at = `${where}.securityContext`;
  for (const [key, want] of Object.entries(switches)) {
    const value = valueAt(container, 'securityContext', key);
    const isUnsaid = value === undefined && key === 'privileged';
    if (value !== want && !isUnsaid) return fail(`${at}.${key}`, JSON.stringify(value ?? null), String(want));
  }
  const dropped = textsAt(container, 'securityContext', 'capabilities', 'drop');
  const drops = dropped.length === 0 ? 'none' : dropped.join(', ');
  if (!dropped.includes('ALL')) return fail(`${at}.capabilities.drop`, drops, 'ALL');
  const added = textsAt(container, 'securityContext', 'capabilities', 'add')[0];
  if (added !== undefined) return fail(`${at}.capabilities.add`, added, 'none');
  const seccomp =
    textAt(container, 'securityContext', 'seccompProfile', 'type') ??
    textAt(pod, 'securityContext', 'seccompProfile', 'type') ??
    'not set';
  return seccomp === 'RuntimeDefault' || seccomp === 'Localhost'
    ? pass
    : fail(`${at}.seccompProfile.type`, seccomp, 'RuntimeDefault');
}
