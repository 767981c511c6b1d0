import type { Text } from '../../../model/text';

/** Why a rule on the replicas of systems of a level may apply to nothing. */
export const noWorkloadsOfLevel: Text = {
  vi: 'Bản dựng của nền tảng không chứa chương trình của đơn vị, và không gian tên của dịch vụ nền tảng không mang cấp độ: resilience/require-replicas xét chúng.',
  en: 'What the platform synthesizes holds no programs of tenants, and namespaces of its services bear no level: resilience/require-replicas judges these.',
};
