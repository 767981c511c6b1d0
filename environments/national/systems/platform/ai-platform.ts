import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: {
    vi: 'Nền tảng trí tuệ nhân tạo hỗ trợ dịch vụ công',
    en: 'AI platform that supports public services',
  },
  shortName: 'ai',
  programme: ['ai-services'],
  owner: { tenant: 'most' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'citizen-service',
  level: 4,
  levelBasis: ['d331-14.2'],
  dataClasses: ['public', 'private'],
  dataSubjects: { basic: 0, sensitive: 0 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management', 'device-management'],
  has: [],
  hosting: 'shared',
  footprints: {
    dmz: { cpu: 48, memoryGiB: 192, storageGiB: 40, pods: 36 },
    server: { cpu: 192, memoryGiB: 768, storageGiB: 200, pods: 144 },
    database: { cpu: 96, memoryGiB: 768, storageGiB: 41_250, pods: 48 },
    management: { cpu: 24, memoryGiB: 96, storageGiB: 40, pods: 18 },
  },
  flows: [
    {
      name: 'shared-data',
      from: 'server',
      to: { system: 'data-coordination', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: { vi: 'Lấy dữ liệu dùng chung, dữ liệu mở', en: 'Takes shared and open data' },
    },
  ],
  dataSets: [
    { name: 'knowledge', engine: 'postgresql', zone: 'database', class: 'private', sizeGiB: 1000, instances: 3 },
    { name: 'models', engine: 'object-store', zone: 'database', class: 'private', sizeGiB: 10_000, instances: 3 },
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
    state: 'ready',
    regulationIssuedOn: '2026-08-20',
    submittedOn: '2026-08-24',
    appraisedOn: '2026-09-21',
    approvedOn: '2026-09-29',
    planCarriedOutOn: '2026-10-14',
    readyOn: '2026-10-14',
  },
} satisfies SystemFact;
