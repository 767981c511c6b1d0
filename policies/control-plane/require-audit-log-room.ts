import { findParameter } from '../../model/controls/control';
import { definePolicy } from '../define-policy';
import { clusterSubjects } from '../subjects';
import { judgeFlags, judgePlane, type FlagWish } from './flags/component-flags';

/** Days that the level with the least asks for; more is kept in the central store. */
const DAYS_MIN = findParameter('tcvn-14423-4.8.2.1a', 'logRetentionDaysMin');

const wishes: readonly FlagWish[] = [
  atLeast('audit-log-maxage', DAYS_MIN),
  atLeast('audit-log-maxbackup', 10),
  atLeast('audit-log-maxsize', 100),
];

/** CIS Kubernetes Benchmark 1.2.17 to 1.2.19; twin of `logging/require-log-retention` on the machines themselves. */
export default definePolicy({
  title: {
    vi: 'Máy chủ API của mỗi cụm giữ nhật ký kiểm toán tại chỗ ít nhất 30 ngày, đủ chỗ để chờ gửi',
    en: 'the API server of every cluster keeps 30 days of audit log at least, with room until it is shipped',
  },
  force: 'block',
  controls: ['tcvn-14423-4.8.2.1a', 'tcvn-14423-5.8.2.1a-capacity'],
  why: {
    vi: 'Khi đường tới kho tập trung đứt, nhật ký chỉ còn ở đây; quay vòng sớm là mất dấu vết.',
    en: 'When the way to the central store is cut, the log is here alone; to rotate early is to lose traces.',
  },
  fix: {
    vi: 'Đặt audit-log-maxage từ 30, audit-log-maxbackup từ 10, audit-log-maxsize từ 100.',
    en: 'Set audit-log-maxage to 30, audit-log-maxbackup to 10 and audit-log-maxsize to 100 or more.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check: ({ of: cluster }, { view }) => judgePlane(view, cluster, (plane) => judgeFlags(plane, wishes)),
});

function atLeast(flag: string, least: number): FlagWish {
  return { component: 'apiServer', flag, isMet: (value) => Number(value) >= least, want: `at least ${least}` };
}
