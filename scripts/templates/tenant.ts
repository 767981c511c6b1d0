import { factTemplate } from './fact';

/** A ministry, or a national owner of platforms. */
export const tenantTemplate = factTemplate(
  'tenants',
  `import type { TenantFact } from '<model>/facts/tenant-fact';

export default {
  kind: 'ministry',
  code: '',
  officialName: { vi: '', en: '' },
  home: '',
} satisfies TenantFact;
`,
);
