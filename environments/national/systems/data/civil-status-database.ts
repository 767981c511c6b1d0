import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: { vi: 'Cơ sở dữ liệu hộ tịch điện tử', en: 'Electronic civil-status database' },
  shortName: 'civil-status',
  programme: ['databases'],
  owner: { tenant: 'moj' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'infrastructure',
  level: 5,
  levelBasis: ['d331-15.2'],
  dataClasses: ['private', 'personal'],
  dataSubjects: { basic: 100_000_000, sensitive: 0 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management', 'device-management'],
  has: [],
  hosting: 'dedicated',
  clusterSlot: 6,
  footprints: {
    dmz: { cpu: 16, memoryGiB: 64, storageGiB: 40, pods: 12 },
    server: { cpu: 96, memoryGiB: 384, storageGiB: 200, pods: 72 },
    database: { cpu: 96, memoryGiB: 768, storageGiB: 11_250, pods: 48 },
    management: { cpu: 16, memoryGiB: 64, storageGiB: 40, pods: 12 },
  },
  flows: [
    {
      name: 'to-coordination',
      from: 'server',
      to: { system: 'data-coordination', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: { vi: 'Cập nhật dữ liệu dân cư', en: 'Updates population data' },
    },
  ],
  dataSets: [
    { name: 'records', engine: 'postgresql', zone: 'database', class: 'personal', sizeGiB: 3000, instances: 3 },
  ],
  recovery: { rpoMinutes: 15, rtoMinutes: 60 },
  backup: {
    everyMinutes: 15,
    retentionDays: 365,
    copies: [
      { site: 'standby', medium: 'object', encrypted: true, lockDays: 180 },
      { site: 'third', medium: 'tape', encrypted: true, lockDays: 180 },
    ],
    restoreTestDays: 90,
  },
  logs: { retentionDays: 365 },
  dossier: {
    state: 'operating',
    regulationIssuedOn: '2026-08-20',
    submittedOn: '2026-08-24',
    appraisedOn: '2026-09-24',
    approvedOn: '2026-10-01',
    planCarriedOutOn: '2026-10-19',
    readyOn: '2026-10-19',
    operatingSince: '2026-10-26',
  },
} satisfies SystemFact;
