import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: { vi: 'Kho sao lưu tập trung quốc gia', en: 'National central backup vault' },
  shortName: 'vault',
  programme: ['unified-cloud'],
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
  clusterSlot: 7,
  footprints: {
    dmz: { cpu: 64, memoryGiB: 256, storageGiB: 40, pods: 40 },
    server: { cpu: 384, memoryGiB: 1536, storageGiB: 200, pods: 160 },
    database: { cpu: 384, memoryGiB: 3072, storageGiB: 228_750, pods: 60 },
    management: { cpu: 64, memoryGiB: 256, storageGiB: 40, pods: 20 },
  },
  flows: [],
  dataSets: [
    { name: 'index', engine: 'postgresql', zone: 'database', class: 'private', sizeGiB: 1000, instances: 3 },
    { name: 'copies', engine: 'object-store', zone: 'database', class: 'personal', sizeGiB: 60_000, instances: 3 },
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
