import type { Text } from '../../../model/text';

/** Why a rule on what tenants run may apply to nothing. */
export const noTenantWorkloads: Text = {
  vi: 'Bản dựng của nền tảng không chứa chương trình của đơn vị; đơn vị tự đưa lên cụm và máy chủ API xét khi đó.',
  en: 'What the platform synthesizes holds no programs of tenants; they bring these to the cluster, and its API server judges them then.',
};
