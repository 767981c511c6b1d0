import type { DivisionProfileFact } from '../../../model/facts/tenant-fact';

export default {
  officialName: { vi: 'Ủy ban nhân dân cấp xã', en: 'Commune people’s committee' },
  overrides: [
    {
      code: '31078',
      footprint: { cpu: 4, memoryGiB: 8, storageGiB: 40, pods: 6 },
      reason: 'Đặc khu Phú Quốc: a special zone with many more files than a commune.',
    },
  ],
} satisfies DivisionProfileFact;
