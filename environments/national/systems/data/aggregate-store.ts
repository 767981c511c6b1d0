import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: { vi: 'Cơ sở dữ liệu tổng hợp quốc gia', en: 'National aggregate database' },
  shortName: 'aggregate',
  programme: ['databases', 'unified-cloud', 'data-exchange'],
  owner: { tenant: 'mps' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'infrastructure',
  level: 5,
  levelBasis: ['d331-15.2'],
  dataClasses: ['private', 'personal'],
  dataSubjects: { basic: 100_000_000, sensitive: 10_000_000 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management', 'device-management'],
  has: [],
  hosting: 'dedicated',
  clusterSlot: 2,
  footprints: {
    dmz: { cpu: 48, memoryGiB: 192, storageGiB: 40, pods: 36 },
    server: { cpu: 288, memoryGiB: 1152, storageGiB: 200, pods: 160 },
    database: { cpu: 288, memoryGiB: 2304, storageGiB: 187_500, pods: 60 },
    management: { cpu: 48, memoryGiB: 192, storageGiB: 40, pods: 20 },
  },
  flows: [
    {
      name: 'vault',
      from: 'server',
      to: { system: 'backup-vault', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: { vi: 'Gửi bản sao dài hạn', en: 'Sends long-term copies' },
    },
  ],
  dataSets: [
    { name: 'aggregate', engine: 'postgresql', zone: 'database', class: 'personal', sizeGiB: 10_000, instances: 3 },
    { name: 'lake', engine: 'object-store', zone: 'database', class: 'private', sizeGiB: 40_000, instances: 3 },
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
