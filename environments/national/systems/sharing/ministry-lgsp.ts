import type { SystemFact } from '../../../../model/facts/system-fact';

// Owner, sizes, objectives and dates are declared parameters of this reference environment, not statements about a real system.
export default {
  officialName: {
    vi: 'Nền tảng tích hợp, chia sẻ dữ liệu cấp bộ (LGSP)',
    en: 'Data integration and sharing platform of a ministry (LGSP)',
  },
  shortName: 'lgsp',
  programme: ['interconnection'],
  owner: { each: 'ministry' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'infrastructure',
  level: 3,
  levelBasis: ['d331-13.3'],
  dataClasses: ['private', 'personal'],
  dataSubjects: { basic: 500_000, sensitive: 0 },
  zones: ['edge', 'dmz', 'internal', 'server', 'database', 'management'],
  has: [],
  hosting: 'shared',
  footprints: {
    dmz: { cpu: 8, memoryGiB: 32, storageGiB: 40, pods: 20 },
    server: { cpu: 32, memoryGiB: 128, storageGiB: 200, pods: 80 },
    database: { cpu: 16, memoryGiB: 128, storageGiB: 500, pods: 30 },
    management: { cpu: 4, memoryGiB: 16, storageGiB: 40, pods: 10 },
  },
  flows: [
    {
      name: 'to-ndxp',
      from: 'server',
      to: { system: 'ndxp', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: {
        vi: 'Trao đổi với cơ quan ngoài qua trục quốc gia',
        en: 'Exchanges with other agencies over the national platform',
      },
      via: 'ndxp',
    },
    {
      name: 'to-coordination',
      from: 'server',
      to: { system: 'data-coordination', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: {
        vi: 'Chia sẻ dữ liệu bắt buộc (Nghị định 278/2025)',
        en: 'Mandatory sharing of data (Decree 278/2025)',
      },
      via: 'data-coordination',
    },
  ],
  dataSets: [
    { name: 'receipts', engine: 'postgresql', zone: 'database', class: 'personal', sizeGiB: 200, instances: 2 },
  ],
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
    readyOn: '2026-10-12',
    operatingSince: '2026-10-19',
  },
} satisfies SystemFact;
