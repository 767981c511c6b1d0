import { definePolicy } from '../define-policy';
import { clusterSubjects } from '../subjects';
import { judgeFlags, judgePlane, type FlagWish } from './flags/component-flags';

const LOOPBACK: readonly string[] = ['127.0.0.1', '::1'];

const wishes: readonly FlagWish[] = (['controllerManager', 'scheduler'] as const).map((component) => ({
  component,
  flag: 'bind-address',
  isMet: (value) => LOOPBACK.includes(value),
  want: '127.0.0.1',
}));

/** CIS Kubernetes Benchmark 1.3.7 and 1.4.2. */
export default definePolicy({
  title: {
    vi: 'Bộ điều khiển và bộ lập lịch của mỗi cụm chỉ lắng nghe trên chính máy của mình',
    en: 'controller manager and scheduler of every cluster listen on their own machine alone',
  },
  force: 'block',
  controls: ['tcvn-14423-4.5.2.1', 'tcvn-14423-6.5.2.1'],
  why: {
    vi: 'Một cổng mở ra mạng của thành phần nắm mọi quyền là một lối vào không ai cần.',
    en: 'A port to the network, on a program that holds every right, is a way in that nobody needs.',
  },
  fix: { vi: 'Đặt bind-address là 127.0.0.1.', en: 'Set bind-address to 127.0.0.1.' },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check: ({ of: cluster }, { view }) => judgePlane(view, cluster, (plane) => judgeFlags(plane, wishes)),
});
