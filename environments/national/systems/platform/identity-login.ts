import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: {
    vi: 'Hệ thống định danh và xác thực điện tử (kết nối VNeID)',
    en: 'Electronic identification and authentication system (VNeID link)',
  },
  shortName: 'login',
  programme: ['online-public-services', 'shared-platforms'],
  owner: { tenant: 'mps' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'infrastructure',
  level: 4,
  levelBasis: ['d331-14.2'],
  dataClasses: ['private', 'personal'],
  dataSubjects: { basic: 60_000_000, sensitive: 0 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management', 'device-management'],
  has: [],
  hosting: 'shared',
  footprints: {
    dmz: { cpu: 48, memoryGiB: 192, storageGiB: 40, pods: 36 },
    server: { cpu: 192, memoryGiB: 768, storageGiB: 200, pods: 144 },
    database: { cpu: 96, memoryGiB: 768, storageGiB: 3750, pods: 48 },
    management: { cpu: 24, memoryGiB: 96, storageGiB: 40, pods: 18 },
  },
  flows: [
    {
      name: 'population',
      from: 'server',
      to: { system: 'population-database', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: { vi: 'Đối chiếu danh tính', en: 'Checks an identity' },
    },
  ],
  dataSets: [
    { name: 'sessions', engine: 'postgresql', zone: 'database', class: 'personal', sizeGiB: 1000, instances: 3 },
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
