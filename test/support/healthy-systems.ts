import type { System } from '../../model/tenancy/system';

/** A level-3 system of a province on the shared cloud. */
export function procedures(): System {
  return {
    id: 'procedures-p01',
    declaration: 'procedures',
    shortName: 'proc',
    officialName: { vi: 'Hệ thống thủ tục hành chính thử', en: 'Test procedure system' },
    programme: ['procedures'],
    owner: 'p01',
    operator: 'p01',
    securityUnit: 'p01',
    type: 'citizen-service',
    level: 3,
    levelBasis: ['d331-13.2b'],
    critical: false,
    isolation: 'logical',
    dataClasses: ['public', 'personal'],
    dataSubjects: { basic: 200_000, sensitive: 1_000 },
    zones: ['edge', 'dmz', 'internal', 'server', 'wireless', 'database', 'management'],
    placements: [{ role: 'home', site: 'dc-north', cluster: 'dc-north-shared-0' }],
    dataSets: [
      { name: 'cases', engine: 'postgresql', zone: 'database', class: 'personal', sizeGiB: 200, instances: 2 },
    ],
    recovery: { rpoMinutes: 60, rtoMinutes: 240 },
    backup: {
      everyMinutes: 60,
      retentionDays: 90,
      restoreTestDays: 365,
      copies: [
        { site: 'dc-north', medium: 'primary', encrypted: true, lockDays: 0 },
        { site: 'dc-north', medium: 'object', encrypted: true, lockDays: 0 },
        { site: 'dc-center', medium: 'tape', encrypted: true, lockDays: 0 },
      ],
    },
    logRetentionDays: 365,
    dossier: {
      state: 'operating',
      regulationIssuedOn: '2026-01-05',
      submittedOn: '2026-01-10',
      appraisedOn: '2026-02-10',
      approvedOn: '2026-02-20',
      planCarriedOutOn: '2026-03-01',
      readyOn: '2026-03-01',
      operatingSince: '2026-03-10',
    },
    origin: ['systems/procedures'],
  };
}

/** A level-5 system on clusters of its own, warm at its standby site; it is the platform that agencies share data by. */
export function landDatabase(): System {
  return {
    id: 'land-database',
    declaration: 'land-database',
    shortName: 'land',
    officialName: { vi: 'Cơ sở dữ liệu đất đai thử', en: 'Test land database' },
    programme: ['land-database'],
    owner: 'national-owner',
    operator: 'national-owner',
    securityUnit: 'national-owner',
    type: 'infrastructure',
    level: 5,
    levelBasis: ['d331-15.2'],
    critical: true,
    broker: 'ndxp',
    isolation: 'physical',
    dataClasses: ['private', 'personal'],
    dataSubjects: { basic: 40_000_000, sensitive: 1_000_000 },
    zones: ['edge', 'dmz', 'internal', 'server', 'wireless', 'database', 'management', 'wan', 'device-management'],
    placements: [
      { role: 'home', site: 'dc-north', cluster: 'dc-north-land' },
      { role: 'standby', site: 'dc-center', cluster: 'dc-center-land' },
    ],
    dataSets: [
      { name: 'parcels', engine: 'postgresql', zone: 'database', class: 'personal', sizeGiB: 4_000, instances: 3 },
    ],
    recovery: { rpoMinutes: 15, rtoMinutes: 60 },
    backup: {
      everyMinutes: 15,
      retentionDays: 365,
      restoreTestDays: 90,
      copies: [
        { site: 'dc-north', medium: 'primary', encrypted: true, lockDays: 0 },
        { site: 'dc-center', medium: 'object', encrypted: true, lockDays: 30 },
        { site: 'dc-south', medium: 'tape', encrypted: true, lockDays: 365 },
      ],
    },
    logRetentionDays: 365,
    dossier: {
      state: 'operating',
      regulationIssuedOn: '2026-01-05',
      submittedOn: '2026-01-10',
      appraisedOn: '2026-02-10',
      approvedOn: '2026-02-20',
      planCarriedOutOn: '2026-03-01',
      readyOn: '2026-03-01',
      operatingSince: '2026-03-10',
    },
    origin: ['systems/land-database'],
  };
}
