import type { TenantFact } from '../../../../model/facts/tenant-fact';

export default {
  kind: 'ministry',
  // A number of our own, not an official identification code.
  code: 'BO-06',
  officialName: { vi: 'Bộ Tài chính', en: 'Ministry of Finance' },
  // The home is a parameter.
  home: 'ndc-3',
} satisfies TenantFact;
