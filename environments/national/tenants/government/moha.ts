import type { TenantFact } from '../../../../model/facts/tenant-fact';

export default {
  kind: 'ministry',
  // A number of our own, not an official identification code.
  code: 'BO-04',
  officialName: { vi: 'Bộ Nội vụ', en: 'Ministry of Home Affairs' },
  // The home is a parameter.
  home: 'ndc-2',
} satisfies TenantFact;
