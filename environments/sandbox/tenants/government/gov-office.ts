import type { TenantFact } from '../../../../model/facts/tenant-fact';

export default {
  kind: 'ministry',
  // A number of our own, not an official identification code.
  code: 'NB-03',
  officialName: { vi: 'Văn phòng Chính phủ', en: 'Government Office' },
  // The home is a parameter.
  home: 'ndc-3',
} satisfies TenantFact;
