import type { DivisionProfileFact } from '../../../model/facts/tenant-fact';

export default {
  officialName: { vi: 'Ủy ban nhân dân cấp tỉnh', en: 'Provincial people’s committee' },
  overrides: [
    {
      code: '01',
      footprint: { cpu: 64, memoryGiB: 256, storageGiB: 400, pods: 48 },
      reason: 'The capital: the second largest number of files.',
    },
    {
      code: '79',
      footprint: { cpu: 80, memoryGiB: 320, storageGiB: 500, pods: 60 },
      reason: 'The province with the most communes (168) and files.',
    },
  ],
} satisfies DivisionProfileFact;
