import type { TenantFact } from '../../../../model/facts/tenant-fact';

export default {
  kind: 'ministry',
  // A number of our own, not an official identification code.
  code: 'BO-01',
  officialName: { vi: 'Bộ Quốc phòng', en: 'Ministry of National Defence' },
  // The home is a parameter.
  home: 'ndc-1',
} satisfies TenantFact;
