import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'National population database' },
  shortName: 'population',
  programme: ['databases'],
  owner: { tenant: 'mps' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'infrastructure',
  level: 5,
  levelBasis: ['d331-15.2'],
  dataClasses: ['private', 'personal'],
  dataSubjects: { basic: 100_000_000, sensitive: 90_000_000 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management', 'device-management'],
  has: [],
  hosting: 'dedicated',
  clusterSlot: 3,
  footprints: {
    dmz: { cpu: 2, memoryGiB: 8, storageGiB: 5, pods: 6 },
    server: { cpu: 4, memoryGiB: 16, storageGiB: 10, pods: 6 },
    database: { cpu: 4, memoryGiB: 32, storageGiB: 300, pods: 6 },
    management: { cpu: 1, memoryGiB: 4, storageGiB: 5, pods: 6 },
  },
  flows: [],
  dataSets: [
    { name: 'citizens', engine: 'postgresql', zone: 'database', class: 'personal', sizeGiB: 40, instances: 3 },
    { name: 'portraits', engine: 'object-store', zone: 'database', class: 'personal', sizeGiB: 40, instances: 3 },
  ],
  recovery: { rpoMinutes: 15, rtoMinutes: 60 },
  backup: {
    everyMinutes: 15,
    retentionDays: 365,
    copies: [
      { site: 'standby', medium: 'object', encrypted: true, lockDays: 180 },
      { site: 'third', medium: 'tape', encrypted: true, lockDays: 180 },
    ],
    restoreTestDays: 90,
  },
  logs: { retentionDays: 365 },
  dossier: {
    state: 'operating',
    regulationIssuedOn: '2026-08-20',
    submittedOn: '2026-08-24',
    appraisedOn: '2026-09-24',
    approvedOn: '2026-10-01',
    planCarriedOutOn: '2026-10-19',
    readyOn: '2026-10-19',
    operatingSince: '2026-10-26',
  },
} satisfies SystemFact;
