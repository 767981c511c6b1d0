import type { TenantFact } from '../../../../model/facts/tenant-fact';

export default {
  kind: 'ministry',
  // A number of our own, not an official identification code.
  code: 'BO-12',
  officialName: { vi: 'Bộ Giáo dục và Đào tạo', en: 'Ministry of Education and Training' },
  // The home is a parameter.
  home: 'ndc-3',
} satisfies TenantFact;
