import type { TenantFact } from '../../../../model/facts/tenant-fact';

export default {
  kind: 'ministry',
  // A number of our own, not an official identification code.
  code: 'BO-03',
  officialName: { vi: 'Bộ Ngoại giao', en: 'Ministry of Foreign Affairs' },
  // The home is a parameter.
  home: 'ndc-1',
} satisfies TenantFact;
