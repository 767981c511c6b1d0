import type { QuotaChange } from '../../../review/assurance/quota-changes';
import { reviewMessages as messages } from '../words/review-messages';
import { changeCell, defineSection } from './section';

/** Amounts of quotas. */
export const quotasSection = defineSection<QuotaChange>({
  title: messages.quotas,
  columns: [
    { title: messages.object, form: 'code' },
    { title: messages.resource, form: 'code' },
    { title: messages.change, form: 'code' },
  ],
  items: ({ content }) => content.quotas,
  kinds: ['unclear', 'lowered', 'raised'],
  row: ({ object, resource, before, after, direction }, context) => {
    const owner = context.ownerOf(object);
    return {
      kind: direction,
      cells: [object, resource, changeCell(before, after, messages.none)],
      ...owner,
      classes: context.classesOf(owner.tenants, ['quota-raised', 'level-5-changed', 'other-changed']),
    };
  },
});
