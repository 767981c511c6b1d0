import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: { vi: 'Nền tảng điện toán đám mây Chính phủ dùng chung', en: 'Shared government cloud platform' },
  shortName: 'cloud',
  programme: ['unified-cloud', 'green-storage-and-compute'],
  owner: { tenant: 'mps' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'infrastructure',
  level: 4,
  levelBasis: ['d331-14.2'],
  dataClasses: ['private'],
  dataSubjects: { basic: 0, sensitive: 0 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management', 'device-management'],
  has: [],
  hosting: 'shared',
  footprints: {
    dmz: { cpu: 2, memoryGiB: 8, storageGiB: 5, pods: 6 },
    server: { cpu: 4, memoryGiB: 16, storageGiB: 10, pods: 6 },
    database: { cpu: 4, memoryGiB: 32, storageGiB: 140, pods: 6 },
    management: { cpu: 1, memoryGiB: 4, storageGiB: 5, pods: 6 },
  },
  flows: [
    {
      name: 'siem',
      from: 'server',
      to: { fqdn: 'siem.ndc.gov.vn' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: { vi: 'Gửi sự kiện an ninh của nền tảng', en: 'Sends security events of the platform' },
    },
  ],
  dataSets: [
    { name: 'catalog', engine: 'postgresql', zone: 'database', class: 'private', sizeGiB: 5, instances: 3 },
    { name: 'images', engine: 'object-store', zone: 'database', class: 'private', sizeGiB: 30, instances: 3 },
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
