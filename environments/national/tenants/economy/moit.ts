import type { TenantFact } from '../../../../model/facts/tenant-fact';

export default {
  kind: 'ministry',
  // A number of our own, not an official identification code.
  code: 'BO-07',
  officialName: { vi: 'Bộ Công Thương', en: 'Ministry of Industry and Trade' },
  // The home is a parameter.
  home: 'ndc-3',
} satisfies TenantFact;
