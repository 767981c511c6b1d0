import type { TenantFact } from '../../../../model/facts/tenant-fact';

export default {
  kind: 'ministry',
  // A number of our own, not an official identification code.
  code: 'BO-10',
  officialName: { vi: 'Bộ Văn hóa, Thể thao và Du lịch', en: 'Ministry of Culture, Sports and Tourism' },
  // The home is a parameter.
  home: 'ndc-2',
} satisfies TenantFact;
