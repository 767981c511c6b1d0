import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: { vi: 'Cổng dữ liệu quốc gia (dữ liệu mở)', en: 'National data portal (open data)' },
  shortName: 'open-data',
  programme: ['open-data'],
  owner: { tenant: 'mps' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'citizen-service',
  level: 3,
  levelBasis: ['d331-13.3'],
  dataClasses: ['public', 'private'],
  dataSubjects: { basic: 0, sensitive: 0 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management'],
  has: [],
  hosting: 'shared',
  footprints: {
    dmz: { cpu: 16, memoryGiB: 64, storageGiB: 40, pods: 12 },
    server: { cpu: 64, memoryGiB: 256, storageGiB: 200, pods: 48 },
    database: { cpu: 32, memoryGiB: 256, storageGiB: 25_500, pods: 16 },
    management: { cpu: 8, memoryGiB: 32, storageGiB: 40, pods: 6 },
  },
  flows: [
    {
      name: 'shared-data',
      from: 'server',
      to: { system: 'data-coordination', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: { vi: 'Lấy dữ liệu mở từ các cơ quan', en: 'Takes open data of agencies' },
    },
  ],
  dataSets: [
    { name: 'catalog', engine: 'postgresql', zone: 'database', class: 'private', sizeGiB: 200, instances: 2 },
    { name: 'open-sets', engine: 'object-store', zone: 'database', class: 'public', sizeGiB: 10_000, instances: 2 },
  ],
  recovery: { rpoMinutes: 60, rtoMinutes: 480 },
  backup: {
    everyMinutes: 60,
    retentionDays: 90,
    copies: [
      { site: 'standby', medium: 'object', encrypted: true, lockDays: 30 },
      { site: { id: 'leased-hanoi' }, medium: 'object', encrypted: true, lockDays: 0 },
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
