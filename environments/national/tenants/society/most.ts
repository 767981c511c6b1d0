import type { TenantFact } from '../../../../model/facts/tenant-fact';

export default {
  kind: 'ministry',
  // A number of our own, not an official identification code.
  code: 'BO-11',
  officialName: { vi: 'Bộ Khoa học và Công nghệ', en: 'Ministry of Science and Technology' },
  // The home is a parameter.
  home: 'ndc-2',
} satisfies TenantFact;
