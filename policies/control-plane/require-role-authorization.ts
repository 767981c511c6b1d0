import { definePolicy } from '../define-policy';
import { clusterSubjects } from '../subjects';
import { judgeFlags, judgePlane, type FlagWish } from './flags/component-flags';

const MODES: ReadonlySet<string> = new Set(['Node', 'RBAC']);

const wishes: readonly FlagWish[] = [
  { component: 'apiServer', flag: 'authorization-mode', isMet: byRolesAlone, want: 'Node,RBAC' },
  {
    component: 'apiServer',
    flag: 'enable-admission-plugins',
    isMet: (value) => value.split(',').includes('NodeRestriction') && !value.includes('AlwaysAdmit'),
    want: 'NodeRestriction',
  },
  {
    component: 'apiServer',
    flag: 'disable-admission-plugins',
    isMet: (value) => value === '',
    want: 'none',
    mayBeMissing: true,
  },
  {
    component: 'apiServer',
    flag: 'service-account-lookup',
    isMet: (value) => value === 'true',
    want: 'true',
    mayBeMissing: true,
  },
];

/** CIS Kubernetes Benchmark 1.2.6 to 1.2.14. */
export default definePolicy({
  title: {
    vi: 'Máy chủ API của mỗi cụm chỉ cho phép theo vai trò, và giới hạn mỗi nút trong đối tượng của chính nó',
    en: 'the API server of every cluster allows by role alone, and holds each node to its own objects',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-6.6.2.3-privileged', 'tcvn-14423-5.5.2.1'],
  why: {
    vi: 'Với AlwaysAllow, hoặc thiếu NodeRestriction, chiếm một nút là chiếm cả cụm.',
    en: 'With AlwaysAllow, or without NodeRestriction, whoever takes one node has the cluster.',
  },
  fix: {
    vi: 'Đặt authorization-mode là Node,RBAC và bật NodeRestriction.',
    en: 'Set authorization-mode to Node,RBAC and enable NodeRestriction.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check: ({ of: cluster }, { view }) => judgePlane(view, cluster, (plane) => judgeFlags(plane, wishes)),
});

function byRolesAlone(value: string): boolean {
  const modes = value.split(',');
  return modes.includes('RBAC') && modes.every((one) => MODES.has(one));
}
