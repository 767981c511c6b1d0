import type { TenantFact } from '../../../../model/facts/tenant-fact';

export default {
  kind: 'ministry',
  // A number of our own, not an official identification code.
  code: 'BO-02',
  officialName: { vi: 'Bộ Công an', en: 'Ministry of Public Security' },
  // The home is a parameter.
  home: 'ndc-1',
} satisfies TenantFact;
