import type { EscalationNote } from '../../../review/rights/right-changes';
import { goalWords } from '../../../review/words/review-words';
import { reviewMessages as messages } from '../words/review-messages';
import { defineSection } from './section';

/** Ways to raise one's own rights that open and close. */
export const escalationsSection = defineSection<EscalationNote>({
  title: messages.escalations,
  columns: [
    { title: messages.goal, form: 'text' },
    { title: messages.steps, form: 'text' },
    { title: messages.subjects, form: 'number' },
    { title: messages.example, form: 'code' },
  ],
  items: ({ content }) => content.escalations,
  kinds: ['opened', 'closed'],
  row: ({ direction, goal, steps, subjects, tenants, zones, witness }) => ({
    kind: direction,
    cells: [goalWords[goal], steps, subjects, witness],
    tenants,
    zones,
    classes: direction === 'opened' ? ['permission-escalated'] : [],
  }),
});
