import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: {
    vi: 'Nền tảng tích hợp, chia sẻ dữ liệu quốc gia',
    en: 'National data integration and sharing platform (NDXP)',
  },
  shortName: 'ndxp',
  programme: ['interconnection', 'shared-platforms'],
  owner: { tenant: 'most' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'infrastructure',
  level: 4,
  broker: 'ndxp',
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
  flows: [
    {
      name: 'to-coordination',
      from: 'server',
      to: { system: 'data-coordination', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: {
        vi: 'Chuyển yêu cầu dữ liệu bắt buộc chia sẻ (Nghị định 278/2025)',
        en: 'Forwards requests for data that must be shared (Decree 278/2025)',
      },
    },
  ],
  dataSets: [
    { name: 'routes', engine: 'postgresql', zone: 'database', class: 'private', sizeGiB: 5, instances: 3 },
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
