import { commandTemplate } from './command';
import { formatTemplate } from './format';
import { policyTemplate } from './policy';
import { ruleTemplate } from './rule';
import { siteTemplate } from './site';
import { systemTemplate } from './system';
import type { Template } from './template';
import { tenantTemplate } from './tenant';

/** Everything that `npm run new` can make, by kind. */
export const templates: Readonly<Record<string, Template>> = {
  command: commandTemplate,
  format: formatTemplate,
  policy: policyTemplate,
  rule: ruleTemplate,
  site: siteTemplate,
  system: systemTemplate,
  tenant: tenantTemplate,
};
