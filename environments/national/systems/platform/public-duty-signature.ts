import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: {
    vi: 'Hệ thống chứng thực chữ ký số chuyên dùng công vụ',
    en: 'Specialized public-duty signature authentication system',
  },
  shortName: 'signature',
  programme: ['public-duty-signature'],
  owner: { tenant: 'gcc' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'infrastructure',
  level: 4,
  levelBasis: ['d331-14.2'],
  dataClasses: ['private', 'personal'],
  dataSubjects: { basic: 2_000_000, sensitive: 0 },
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
      name: 'certificate-authority',
      from: 'server',
      to: { fqdn: 'ca.ndc.gov.vn' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: {
        vi: 'Lấy danh sách chứng thư bị thu hồi của hạ tầng nội bộ',
        en: 'Fetches the list of revoked internal certificates',
      },
    },
  ],
  dataSets: [
    { name: 'certificates', engine: 'postgresql', zone: 'database', class: 'personal', sizeGiB: 300, instances: 3 },
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
