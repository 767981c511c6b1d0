import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: { vi: 'Nền tảng họp trực tuyến quốc gia', en: 'National online meeting platform' },
  shortName: 'meeting',
  programme: ['online-meeting'],
  owner: { tenant: 'cpo' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'internal',
  level: 4,
  levelBasis: ['d331-14.2'],
  dataClasses: ['private'],
  dataSubjects: { basic: 50_000, sensitive: 0 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management', 'wan', 'device-management'],
  has: ['wan'],
  hosting: 'shared',
  footprints: {
    dmz: { cpu: 80, memoryGiB: 320, storageGiB: 40, pods: 40 },
    server: { cpu: 320, memoryGiB: 1280, storageGiB: 200, pods: 160 },
    database: { cpu: 160, memoryGiB: 1280, storageGiB: 38_630, pods: 60 },
    management: { cpu: 40, memoryGiB: 160, storageGiB: 40, pods: 20 },
  },
  flows: [
    {
      name: 'sign-in',
      from: 'server',
      to: { platform: 'identity' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: { vi: 'Cán bộ đăng nhập', en: 'Officials sign in' },
    },
  ],
  dataSets: [
    { name: 'meetings', engine: 'postgresql', zone: 'database', class: 'private', sizeGiB: 300, instances: 3 },
    { name: 'recordings', engine: 'object-store', zone: 'database', class: 'private', sizeGiB: 10_000, instances: 3 },
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
