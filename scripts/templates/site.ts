import { factTemplate } from './fact';

/** A national data center. */
export const siteTemplate = factTemplate(
  'sites',
  `import type { SiteFact } from '<model>/facts/site-fact';

export default {
  kind: 'national-data-center',
  officialName: { vi: '', en: '' },
  slot: 0,
  podSlot: 0,
  location: { latitude: 0, longitude: 0, country: 'VN', basis: 'parameter', note: { vi: '', en: '' } },
  operator: '',
  standby: '',
  serves: [],
  feeds: [],
  uplinks: [],
  pueDesign: 0,
  tier: { scheme: 'TCVN 9250:2021', rating: 3, lightning: '', earthing: '' },
  physical: { cameraRetentionDays: 365, entryFactors: 2, supervision: 'around-the-clock' },
  halls: [],
} satisfies SiteFact;
`,
);
