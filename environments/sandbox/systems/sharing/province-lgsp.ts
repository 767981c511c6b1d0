import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: {
    vi: 'Nền tảng tích hợp, chia sẻ dữ liệu cấp tỉnh (LGSP)',
    en: 'Data integration and sharing platform of a province (LGSP)',
  },
  shortName: 'lgsp',
  programme: ['interconnection'],
  owner: { each: 'province' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'infrastructure',
  level: 3,
  broker: 'lgsp',
  levelBasis: ['d331-13.3'],
  dataClasses: ['private', 'personal'],
  dataSubjects: { basic: 500_000, sensitive: 0 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management'],
  has: [],
  hosting: 'shared',
  footprints: {
    dmz: { cpu: 2, memoryGiB: 8, storageGiB: 5, pods: 6 },
    server: { cpu: 4, memoryGiB: 16, storageGiB: 10, pods: 6 },
    database: { cpu: 4, memoryGiB: 32, storageGiB: 20, pods: 6 },
    management: { cpu: 1, memoryGiB: 4, storageGiB: 5, pods: 6 },
  },
  flows: [
    {
      name: 'portal',
      from: 'server',
      to: { system: 'public-service-portal', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: { vi: 'Đồng bộ trạng thái hồ sơ', en: 'Synchronizes the state of files' },
      via: 'ndxp',
    },
    {
      name: 'population',
      from: 'server',
      to: { system: 'population-database', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: { vi: 'Tra cứu dữ liệu dân cư', en: 'Looks up population data' },
      via: 'data-coordination',
    },
  ],
  dataSets: [{ name: 'receipts', engine: 'postgresql', zone: 'database', class: 'personal', sizeGiB: 5, instances: 2 }],
  recovery: { rpoMinutes: 60, rtoMinutes: 480 },
  backup: {
    everyMinutes: 60,
    retentionDays: 90,
    copies: [
      { site: 'standby', medium: 'object', encrypted: true, lockDays: 30 },
      { site: 'third', medium: 'tape', encrypted: true, lockDays: 30 },
    ],
    restoreTestDays: 180,
  },
  logs: { retentionDays: 365 },
  dossier: {
    state: 'operating',
    regulationIssuedOn: '2026-08-20',
    submittedOn: '2026-09-03',
    appraisedOn: '2026-09-21',
    approvedOn: '2026-09-28',
    planCarriedOutOn: '2026-10-12',
    readyOn: '2026-10-12',
    operatingSince: '2026-10-19',
  },
} satisfies SystemFact;
