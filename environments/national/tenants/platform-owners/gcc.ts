import type { TenantFact } from '../../../../model/facts/tenant-fact';

export default {
  kind: 'national',
  // A number of our own, not an official identification code.
  code: 'QG-02',
  officialName: { vi: 'Ban Cơ yếu Chính phủ', en: 'Government Cipher Committee' },
  // The home is a parameter.
  home: 'ndc-2',
} satisfies TenantFact;
