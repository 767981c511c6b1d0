import { definePolicy } from '../define-policy';
import { clusterSubjects } from '../subjects';
import { judgeFlags, judgePlane, type FlagWish } from './flags/component-flags';

const wishes: readonly FlagWish[] = (['apiServer', 'controllerManager', 'scheduler'] as const).map((component) => ({
  component,
  flag: 'profiling',
  isMet: (value) => value === 'false',
  want: 'false',
}));

/** CIS Kubernetes Benchmark 1.2.15, 1.3.2 and 1.4.1. */
export default definePolicy({
  title: {
    vi: 'Thành phần điều khiển của mỗi cụm tắt đo hiệu năng nội bộ (profiling)',
    en: 'the control plane of every cluster has profiling switched off',
  },
  force: 'block',
  controls: ['tcvn-14423-4.5.2.1', 'tcvn-14423-6.5.2.1'],
  why: {
    vi: 'Profiling lộ bộ nhớ và đường chạy của chương trình, và cho phép làm chậm máy chủ API.',
    en: 'Profiling shows memory and paths of a program, and lets somebody slow the API server down.',
  },
  fix: {
    vi: 'Đặt profiling là false cho cả ba chương trình.',
    en: 'Set profiling to false for all three programs.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check: ({ of: cluster }, { view }) => judgePlane(view, cluster, (plane) => judgeFlags(plane, wishes)),
});
