import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: {
    vi: 'Trung tâm giám sát, điều hành Kế hoạch 02-KH/BCĐTW',
    en: 'Monitoring and operations center of Plan 02-KH/BCĐTW',
  },
  shortName: 'kh02',
  programme: ['kh02-monitoring', 'task-groups'],
  owner: { tenant: 'most' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'internal',
  level: 4,
  levelBasis: ['d331-14.2'],
  dataClasses: ['public', 'private'],
  dataSubjects: { basic: 0, sensitive: 0 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management', 'device-management'],
  has: [],
  hosting: 'shared',
  footprints: {
    dmz: { cpu: 16, memoryGiB: 64, storageGiB: 40, pods: 12 },
    server: { cpu: 64, memoryGiB: 256, storageGiB: 200, pods: 48 },
    database: { cpu: 32, memoryGiB: 256, storageGiB: 750, pods: 16 },
    management: { cpu: 8, memoryGiB: 32, storageGiB: 40, pods: 6 },
  },
  flows: [
    {
      name: 'province-indicators',
      from: 'server',
      to: { system: 'province-procedures', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: {
        vi: 'Lấy chỉ số xanh, vàng, đỏ của tỉnh và xã',
        en: 'Takes the green, yellow and red indicators of provinces and communes',
      },
      via: 'lgsp',
    },
  ],
  dataSets: [
    { name: 'indicators', engine: 'postgresql', zone: 'database', class: 'private', sizeGiB: 200, instances: 3 },
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
