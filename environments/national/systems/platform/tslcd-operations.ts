import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: {
    vi: 'Hệ thống quản lý, điều hành Mạng truyền số liệu chuyên dùng',
    en: 'Operations system of the data network of party and state agencies',
  },
  shortName: 'tslcd',
  programme: ['tslcd-network'],
  owner: { tenant: 'cpo' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'infrastructure',
  level: 4,
  levelBasis: ['d331-14.2'],
  dataClasses: ['private'],
  dataSubjects: { basic: 0, sensitive: 0 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management', 'wan', 'device-management'],
  has: ['wan'],
  hosting: 'shared',
  footprints: {
    dmz: { cpu: 16, memoryGiB: 64, storageGiB: 40, pods: 12 },
    server: { cpu: 64, memoryGiB: 256, storageGiB: 200, pods: 48 },
    database: { cpu: 32, memoryGiB: 256, storageGiB: 31_880, pods: 16 },
    management: { cpu: 8, memoryGiB: 32, storageGiB: 40, pods: 6 },
  },
  flows: [
    {
      name: 'operations-reports',
      from: 'server',
      to: { system: 'reporting', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: {
        vi: 'Báo cáo trạng thái mạng',
        en: 'Reports the state of the network',
      },
      via: 'ndxp',
    },
    {
      name: 'time',
      from: 'server',
      to: { fqdn: 'time-1.ndc.gov.vn' },
      ports: [{ port: 123, protocol: 'UDP' }],
      reason: { vi: 'Đồng bộ thời gian cho thiết bị mạng', en: 'Time for network devices' },
    },
  ],
  dataSets: [
    { name: 'inventory', engine: 'postgresql', zone: 'database', class: 'private', sizeGiB: 500, instances: 3 },
    { name: 'flow-records', engine: 'object-store', zone: 'database', class: 'private', sizeGiB: 8000, instances: 3 },
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
