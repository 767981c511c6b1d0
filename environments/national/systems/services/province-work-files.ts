import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: {
    vi: 'Hệ thống xử lý hồ sơ công việc cấp tỉnh, dùng đến cấp xã',
    en: 'Electronic work-file system of a province, used down to its communes',
  },
  shortName: 'work-files',
  programme: ['work-files'],
  owner: { each: 'province' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'internal',
  level: 3,
  levelBasis: ['d331-13.3'],
  dataClasses: ['private', 'personal'],
  dataSubjects: { basic: 20_000, sensitive: 0 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management'],
  has: [],
  hosting: 'shared',
  footprints: {
    dmz: { cpu: 8, memoryGiB: 32, storageGiB: 40, pods: 6 },
    server: { cpu: 32, memoryGiB: 128, storageGiB: 200, pods: 24 },
    database: { cpu: 16, memoryGiB: 128, storageGiB: 3250, pods: 8 },
    management: { cpu: 4, memoryGiB: 16, storageGiB: 40, pods: 6 },
  },
  flows: [
    {
      name: 'exchange',
      from: 'server',
      to: { system: 'province-lgsp', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: {
        vi: 'Gửi, nhận văn bản điện tử và kiểm tra chữ ký số',
        en: 'Sends and receives documents and verifies signatures',
      },
    },
    {
      name: 'sign-in',
      from: 'server',
      to: { platform: 'identity' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: { vi: 'Cán bộ đăng nhập', en: 'Officials sign in' },
    },
  ],
  dataSets: [
    { name: 'documents', engine: 'postgresql', zone: 'database', class: 'private', sizeGiB: 300, instances: 2 },
    { name: 'scans', engine: 'object-store', zone: 'database', class: 'private', sizeGiB: 1000, instances: 2 },
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
