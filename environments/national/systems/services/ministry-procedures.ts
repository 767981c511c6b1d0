import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: {
    vi: 'Hệ thống thông tin giải quyết thủ tục hành chính cấp bộ',
    en: 'Administrative procedure system of a ministry',
  },
  shortName: 'procedures',
  programme: ['online-public-services', 'digitized-records'],
  owner: { each: 'ministry' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'citizen-service',
  level: 3,
  levelBasis: ['d331-13.2b'],
  dataClasses: ['private', 'personal'],
  dataSubjects: { basic: 1_000_000, sensitive: 10_000 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management'],
  has: [],
  hosting: 'shared',
  footprints: {
    dmz: { cpu: 8, memoryGiB: 32, storageGiB: 40, pods: 6 },
    server: { cpu: 32, memoryGiB: 128, storageGiB: 200, pods: 24 },
    database: { cpu: 16, memoryGiB: 128, storageGiB: 3750, pods: 8 },
    management: { cpu: 4, memoryGiB: 16, storageGiB: 40, pods: 6 },
  },
  flows: [
    {
      name: 'exchange',
      from: 'server',
      to: { system: 'ministry-lgsp', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: { vi: 'Trao đổi hồ sơ qua trục của cơ quan', en: 'Exchanges files over the agency’s own platform' },
    },
  ],
  dataSets: [
    { name: 'cases', engine: 'postgresql', zone: 'database', class: 'personal', sizeGiB: 500, instances: 2 },
    { name: 'attachments', engine: 'object-store', zone: 'database', class: 'personal', sizeGiB: 1000, instances: 2 },
  ],
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
