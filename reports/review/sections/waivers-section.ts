import type { WaiverChange } from '../../../review/assurance/waiver-changes';
import { reviewMessages as messages } from '../words/review-messages';
import { defineSection } from './section';

/** Exceptions that are new, gone, or say something else. */
export const waiversSection = defineSection<WaiverChange>({
  title: messages.waivers,
  columns: [
    { title: messages.waiver, form: 'code' },
    { title: messages.rule, form: 'code' },
    { title: messages.subject, form: 'code' },
    { title: messages.value, form: 'code' },
    { title: messages.period, form: 'code' },
  ],
  items: ({ content }) => content.waivers,
  kinds: ['widened', 'added', 'narrowed', 'removed', 'reworded'],
  row: ({ id, change, policy, resource, value, from, expires }, context) => ({
    kind: change,
    cells: [id, policy, resource, value, `${from} – ${expires}`],
    ...context.ownerOf(resource),
    classes: change === 'added' || change === 'widened' ? ['waiver-widened'] : [],
  }),
});
