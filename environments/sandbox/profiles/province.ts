import type { DivisionProfileFact } from '../../../model/facts/tenant-fact';

export default {
  officialName: { vi: 'Ủy ban nhân dân cấp tỉnh', en: 'Provincial people’s committee' },
  overrides: [],
} satisfies DivisionProfileFact;
