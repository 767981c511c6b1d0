import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: {
    vi: 'Hệ thống phục vụ trung tâm phục vụ hành chính công cấp xã',
    en: 'System of the commune public-administration service centers',
  },
  shortName: 'commune',
  programme: ['online-public-services'],
  owner: { each: 'province' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'citizen-service',
  level: 3,
  levelBasis: ['d331-13.2b'],
  dataClasses: ['private', 'personal'],
  dataSubjects: { basic: 1_000_000, sensitive: 10_000 },
  zones: ['edge', 'dmz', 'internal', 'server', 'wireless', 'database', 'management'],
  has: ['wireless'],
  hosting: 'shared',
  footprints: {
    dmz: { cpu: 2, memoryGiB: 8, storageGiB: 5, pods: 6 },
    server: { cpu: 4, memoryGiB: 16, storageGiB: 10, pods: 6 },
    database: { cpu: 4, memoryGiB: 32, storageGiB: 20, pods: 6 },
    management: { cpu: 1, memoryGiB: 4, storageGiB: 5, pods: 6 },
  },
  communes: { footprint: { cpu: 1, memoryGiB: 2, storageGiB: 5, pods: 3 } },
  flows: [
    {
      name: 'procedures',
      from: 'server',
      to: { system: 'province-procedures', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: { vi: 'Tiếp nhận, trả kết quả hồ sơ một cửa', en: 'Receives and returns one-stop files' },
    },
    {
      name: 'exchange',
      from: 'server',
      to: { system: 'province-lgsp', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: {
        vi: 'Kết nối hộ tịch, dân cư qua trục của tỉnh',
        en: 'Reaches civil-status and population data over the province’s platform',
      },
    },
  ],
  dataSets: [{ name: 'counters', engine: 'postgresql', zone: 'database', class: 'personal', sizeGiB: 5, instances: 2 }],
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
