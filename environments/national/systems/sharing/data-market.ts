import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: { vi: 'Sàn dữ liệu', en: 'Data exchange' },
  shortName: 'market',
  programme: ['data-exchange'],
  owner: { tenant: 'mps' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'citizen-service',
  level: 3,
  levelBasis: ['d331-13.3'],
  dataClasses: ['public', 'private'],
  dataSubjects: { basic: 20_000, sensitive: 0 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management'],
  has: [],
  hosting: 'shared',
  footprints: {
    dmz: { cpu: 8, memoryGiB: 32, storageGiB: 40, pods: 6 },
    server: { cpu: 32, memoryGiB: 128, storageGiB: 200, pods: 24 },
    database: { cpu: 16, memoryGiB: 128, storageGiB: 750, pods: 8 },
    management: { cpu: 4, memoryGiB: 16, storageGiB: 40, pods: 6 },
  },
  flows: [
    {
      name: 'qualified-data',
      from: 'server',
      to: { system: 'data-coordination', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: { vi: 'Lấy dữ liệu đủ điều kiện giao dịch', en: 'Takes data that qualify for trade' },
    },
  ],
  dataSets: [{ name: 'offers', engine: 'postgresql', zone: 'database', class: 'private', sizeGiB: 300, instances: 2 }],
  recovery: { rpoMinutes: 60, rtoMinutes: 480 },
  // Who copies the data of the exchange is a parameter; the field shows that it is not ours.
  backup: {
    managedElsewhere: {
      by: 'Parameter: the public unit that runs the exchange',
      evidence: 'Parameter: the backup and restore records that its contract asks for, reviewed yearly.',
    },
  },
  logs: { retentionDays: 365 },
  dossier: {
    state: 'ready',
    regulationIssuedOn: '2026-08-20',
    submittedOn: '2026-09-03',
    appraisedOn: '2026-09-21',
    approvedOn: '2026-09-28',
    planCarriedOutOn: '2026-10-12',
    readyOn: '2026-10-12',
  },
} satisfies SystemFact;
