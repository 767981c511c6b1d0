import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: {
    vi: 'Hệ thống quản lý, điều hành các trung tâm dữ liệu quốc gia',
    en: 'Management and operations system of the national data centers',
  },
  shortName: 'dc-ops',
  programme: ['national-data-center-clusters', 'green-storage-and-compute'],
  owner: { tenant: 'mps' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'infrastructure',
  level: 5,
  levelBasis: ['d331-15.2'],
  dataClasses: ['private'],
  dataSubjects: { basic: 0, sensitive: 0 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management', 'wan', 'device-management'],
  has: ['wan'],
  hosting: 'dedicated',
  clusterSlot: 1,
  footprints: {
    dmz: { cpu: 16, memoryGiB: 64, storageGiB: 40, pods: 12 },
    server: { cpu: 96, memoryGiB: 384, storageGiB: 200, pods: 72 },
    database: { cpu: 96, memoryGiB: 768, storageGiB: 16_880, pods: 48 },
    management: { cpu: 16, memoryGiB: 64, storageGiB: 40, pods: 12 },
  },
  flows: [
    {
      name: 'national-center',
      from: 'server',
      to: { fqdn: 'national-center.ndc.gov.vn' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: {
        vi: 'Kết nối trung tâm giám sát an ninh mạng quốc gia (Luật 116/2025/QH15 Điều 40.1 b)',
        en: 'Connection to the national cybersecurity center (Law 116/2025/QH15 Art. 40.1 b)',
      },
    },
  ],
  dataSets: [
    { name: 'facility', engine: 'postgresql', zone: 'database', class: 'private', sizeGiB: 500, instances: 3 },
    { name: 'telemetry', engine: 'object-store', zone: 'database', class: 'private', sizeGiB: 4000, instances: 3 },
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
