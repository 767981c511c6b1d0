import type { RightChange } from '../../../review/rights/right-changes';
import { scopeWords } from '../../../review/words/review-words';
import { reviewMessages as messages } from '../words/review-messages';
import { defineSection } from './section';

/** Rights that people and programs gain and lose in clusters. */
export const rightsSection = defineSection<RightChange>({
  title: messages.rights,
  columns: [
    { title: messages.role, form: 'code' },
    { title: messages.requests, form: 'code' },
    { title: messages.scope, form: 'code' },
    { title: messages.subjects, form: 'number' },
    { title: messages.example, form: 'code' },
  ],
  items: ({ content }) => content.rights,
  kinds: ['gained', 'lost'],
  row: ({ direction, roles, rights, scope, subjects, tenants, zones, isByTemplate, witness }) => ({
    kind: direction,
    cells: [roles.join(', '), rights, scopeWords[scope], subjects, witness],
    tenants,
    zones,
    classes: direction === 'gained' ? [isByTemplate ? 'tenant-added' : 'permission-gained'] : [],
  }),
});
