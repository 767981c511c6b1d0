import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: { vi: 'Cổng Dịch vụ công quốc gia', en: 'National Public Service Portal' },
  shortName: 'portal',
  programme: ['online-public-services'],
  owner: { tenant: 'gov-office' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'citizen-service',
  level: 4,
  levelBasis: ['d331-14.2'],
  dataClasses: ['public', 'private', 'personal'],
  dataSubjects: { basic: 60_000_000, sensitive: 0 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management', 'device-management'],
  has: [],
  hosting: 'shared',
  footprints: {
    dmz: { cpu: 2, memoryGiB: 8, storageGiB: 5, pods: 6 },
    server: { cpu: 4, memoryGiB: 16, storageGiB: 10, pods: 6 },
    database: { cpu: 4, memoryGiB: 32, storageGiB: 190, pods: 6 },
    management: { cpu: 1, memoryGiB: 4, storageGiB: 5, pods: 6 },
  },
  flows: [
    {
      name: 'provinces',
      from: 'server',
      to: { system: 'province-lgsp', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: {
        vi: 'Gửi hồ sơ tới hệ thống giải quyết thủ tục của tỉnh',
        en: 'Sends files to the procedure systems of provinces',
      },
      via: 'ndxp',
    },
    {
      name: 'signature',
      from: 'server',
      to: { system: 'public-duty-signature', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: { vi: 'Kiểm tra chữ ký số công vụ', en: 'Verifies public-duty signatures' },
      via: 'ndxp',
    },
  ],
  dataSets: [
    { name: 'accounts', engine: 'postgresql', zone: 'database', class: 'personal', sizeGiB: 10, instances: 3 },
    { name: 'files', engine: 'object-store', zone: 'database', class: 'personal', sizeGiB: 40, instances: 3 },
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
