import type { TenantFact } from '../../../../model/facts/tenant-fact';

export default {
  kind: 'national',
  // A number of our own, not an official identification code.
  code: 'QG-01',
  officialName: { vi: 'Cục Bưu điện Trung ương', en: 'Central Post Office' },
  // The home is a parameter.
  home: 'ndc-3',
} satisfies TenantFact;
