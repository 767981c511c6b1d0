import { riskClasses } from '../../../model/approvals/risk-class';
import type { Risk } from '../../../review/risks/risk';
import { reviewMessages as messages } from '../words/review-messages';
import { shortenList } from '../words/shorten';
import { defineSection } from './section';

/** Tenants that a row of a risk names. */
const TENANTS_MAX = 10;

/** What somebody must know of before it is done. */
export const risksSection = defineSection<Risk>({
  title: messages.risks,
  columns: [
    { title: messages.riskClass, form: 'text' },
    { title: messages.what, form: 'text' },
    { title: messages.witness, form: 'code' },
    { title: messages.count, form: 'number' },
    { title: messages.tenantNames, form: 'code' },
  ],
  items: ({ content }) => content.risks,
  kinds: ['grave', 'guarded', 'free'],
  row: ({ class: name, what, witness, count, tenants }) => ({
    kind: riskClasses[name].gravity,
    cells: [riskClasses[name].title, what, witness, count, shortenList(tenants, TENANTS_MAX)],
    tenants,
    zones: [],
    classes: [name],
  }),
});
