import type { TenantFact } from '../../../../model/facts/tenant-fact';

export default {
  kind: 'ministry',
  // A number of our own, not an official identification code.
  code: 'BO-09',
  officialName: { vi: 'Bộ Xây dựng', en: 'Ministry of Construction' },
  // The home is a parameter.
  home: 'ndc-3',
} satisfies TenantFact;
