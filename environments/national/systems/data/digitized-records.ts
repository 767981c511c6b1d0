import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: {
    vi: 'Kho dữ liệu hồ sơ, kết quả giải quyết thủ tục hành chính đã số hóa',
    en: 'Store of digitized records and results of procedures',
  },
  shortName: 'records',
  programme: ['digitized-records'],
  owner: { tenant: 'moha' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'infrastructure',
  level: 4,
  levelBasis: ['d331-14.2'],
  dataClasses: ['private', 'personal'],
  dataSubjects: { basic: 50_000_000, sensitive: 0 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management', 'device-management'],
  has: [],
  hosting: 'shared',
  footprints: {
    dmz: { cpu: 32, memoryGiB: 128, storageGiB: 40, pods: 24 },
    server: { cpu: 128, memoryGiB: 512, storageGiB: 200, pods: 96 },
    database: { cpu: 64, memoryGiB: 512, storageGiB: 116_250, pods: 32 },
    management: { cpu: 16, memoryGiB: 64, storageGiB: 40, pods: 12 },
  },
  flows: [],
  dataSets: [
    { name: 'catalog', engine: 'postgresql', zone: 'database', class: 'personal', sizeGiB: 1000, instances: 3 },
    { name: 'scans', engine: 'object-store', zone: 'database', class: 'personal', sizeGiB: 30_000, instances: 3 },
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
