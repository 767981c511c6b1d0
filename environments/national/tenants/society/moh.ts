import type { TenantFact } from '../../../../model/facts/tenant-fact';

export default {
  kind: 'ministry',
  // A number of our own, not an official identification code.
  code: 'BO-13',
  officialName: { vi: 'Bộ Y tế', en: 'Ministry of Health' },
  // The home is a parameter.
  home: 'ndc-3',
} satisfies TenantFact;
