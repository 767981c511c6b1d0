import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: {
    vi: 'Hệ thống theo dõi nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao',
    en: 'System that tracks tasks assigned by the Government and the Prime Minister',
  },
  shortName: 'tasks',
  programme: ['task-monitoring'],
  owner: { tenant: 'gov-office' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'internal',
  level: 4,
  levelBasis: ['d331-14.2'],
  dataClasses: ['private'],
  dataSubjects: { basic: 0, sensitive: 0 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management', 'device-management'],
  has: [],
  hosting: 'shared',
  footprints: {
    dmz: { cpu: 16, memoryGiB: 64, storageGiB: 40, pods: 12 },
    server: { cpu: 64, memoryGiB: 256, storageGiB: 200, pods: 48 },
    database: { cpu: 32, memoryGiB: 256, storageGiB: 1130, pods: 16 },
    management: { cpu: 8, memoryGiB: 32, storageGiB: 40, pods: 6 },
  },
  flows: [
    {
      name: 'provinces',
      from: 'server',
      to: { system: 'province-lgsp', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: { vi: 'Lấy tình hình thực hiện nhiệm vụ của tỉnh', en: 'Takes the progress of tasks of provinces' },
      via: 'ndxp',
    },
    {
      name: 'ministries',
      from: 'server',
      to: { system: 'ministry-lgsp', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: { vi: 'Lấy tình hình thực hiện nhiệm vụ của bộ', en: 'Takes the progress of tasks of ministries' },
      via: 'ndxp',
    },
  ],
  dataSets: [{ name: 'tasks', engine: 'postgresql', zone: 'database', class: 'private', sizeGiB: 300, instances: 3 }],
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
