import type { TenantFact } from '../../../../model/facts/tenant-fact';

export default {
  kind: 'ministry',
  // A number of our own, not an official identification code.
  code: 'BO-05',
  officialName: { vi: 'Bộ Tư pháp', en: 'Ministry of Justice' },
  // The home is a parameter.
  home: 'ndc-2',
} satisfies TenantFact;
