import type { RecoveryChange } from '../../../review/assurance/recovery-changes';
import { reviewMessages as messages } from '../words/review-messages';
import { changeCell, defineSection } from './section';

/** Promises about losing no data and coming back. */
export const recoverySection = defineSection<RecoveryChange>({
  title: messages.recovery,
  columns: [
    { title: messages.declaration, form: 'code' },
    { title: messages.promise, form: 'code' },
    { title: messages.change, form: 'code' },
    { title: messages.systemCount, form: 'number' },
  ],
  items: ({ content }) => content.recovery,
  kinds: ['weakened', 'strengthened'],
  row: ({ declaration, promise, before, after, systems, weaker }) => ({
    kind: weaker ? 'weakened' : 'strengthened',
    cells: [declaration, promise, changeCell(before, after, messages.none), systems],
    tenants: [],
    zones: [],
    classes: weaker ? ['recovery-weakened'] : [],
  }),
});
