import { factTemplate } from './fact';

/** An information system; nothing is allowed and nothing is stored until it is written. */
export const systemTemplate = factTemplate(
  'systems',
  `import type { SystemFact } from '<model>/facts/system-fact';

export default {
  officialName: { vi: '', en: '' },
  shortName: '',
  programme: [],
  owner: { tenant: '' },
  operator: 'owner',
  securityUnit: 'owner',
  type: 'internal',
  level: 3,
  levelBasis: [],
  dataClasses: [],
  dataSubjects: { basic: 0, sensitive: 0 },
  zones: [],
  has: [],
  hosting: 'shared',
  footprints: {},
  flows: [],
  dataSets: [],
  recovery: { rpoMinutes: 0, rtoMinutes: 0 },
  backup: { everyMinutes: 1440, retentionDays: 0, copies: [], restoreTestDays: 0 },
  logs: { retentionDays: 0 },
  dossier: { state: 'draft' },
} satisfies SystemFact;
`,
);
