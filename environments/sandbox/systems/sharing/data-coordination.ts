import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: { vi: 'Nền tảng chia sẻ, điều phối dữ liệu', en: 'Data sharing and coordination platform' },
  shortName: 'coordination',
  programme: ['interconnection', 'databases'],
  owner: { tenant: 'mps' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'infrastructure',
  level: 4,
  broker: 'data-coordination',
  levelBasis: ['d331-14.2'],
  dataClasses: ['private', 'personal'],
  dataSubjects: { basic: 100_000_000, sensitive: 0 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management', 'wan', 'device-management'],
  has: ['wan'],
  hosting: 'shared',
  footprints: {
    dmz: { cpu: 2, memoryGiB: 8, storageGiB: 5, pods: 6 },
    server: { cpu: 4, memoryGiB: 16, storageGiB: 10, pods: 6 },
    database: { cpu: 4, memoryGiB: 32, storageGiB: 100, pods: 6 },
    management: { cpu: 1, memoryGiB: 4, storageGiB: 5, pods: 6 },
  },
  flows: [],
  dataSets: [
    { name: 'catalog', engine: 'postgresql', zone: 'database', class: 'private', sizeGiB: 5, instances: 3 },
    { name: 'receipts', engine: 'postgresql', zone: 'database', class: 'personal', sizeGiB: 20, instances: 3 },
  ],
  recovery: { rpoMinutes: 30, rtoMinutes: 120 },
  backup: {
    everyMinutes: 30,
    retentionDays: 180,
    copies: [
      { site: 'standby', medium: 'object', encrypted: true, lockDays: 90 },
      { site: 'third', medium: 'tape', encrypted: true, lockDays: 90 },
    ],
    restoreTestDays: 90,
  },
  logs: { retentionDays: 365 },
  dossier: {
    state: 'operating',
    regulationIssuedOn: '2026-08-20',
    submittedOn: '2026-08-24',
    appraisedOn: '2026-09-21',
    approvedOn: '2026-09-29',
    planCarriedOutOn: '2026-10-14',
    readyOn: '2026-10-14',
    operatingSince: '2026-10-21',
  },
} satisfies SystemFact;
