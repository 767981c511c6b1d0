import type { Text } from '../../../model/text';

/** Why a rule on jobs may apply to nothing. */
export const noJobs: Text = {
  vi: 'Dịch vụ nền tảng có thể không cần công việc chạy một lần hay theo lịch; đơn vị tự đưa lên cụm và máy chủ API xét khi đó.',
  en: 'Services of the platform may need no jobs; tenants bring theirs to the cluster, and its API server judges them then.',
};
