import type { TenantFact } from '../../../../model/facts/tenant-fact';

export default {
  kind: 'ministry',
  // A number of our own, not an official identification code.
  code: 'NB-02',
  officialName: { vi: 'Thanh tra Chính phủ', en: 'Government Inspectorate' },
  // The home is a parameter.
  home: 'ndc-1',
} satisfies TenantFact;
