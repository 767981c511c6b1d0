import type { TenantFact } from '../../../../model/facts/tenant-fact';

export default {
  kind: 'ministry',
  // A number of our own, not an official identification code.
  code: 'NB-01',
  officialName: { vi: 'Ngân hàng Nhà nước Việt Nam', en: 'State Bank of Viet Nam' },
  // The home is a parameter.
  home: 'ndc-1',
} satisfies TenantFact;
