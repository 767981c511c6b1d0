import type { RuleChangeKind } from '../../../policies/engine/diff/rule-change';
import type { RuleNote } from '../../../review/rules/rule-notes';
import { reviewMessages as messages } from '../words/review-messages';
import type { RowKind } from '../words/row-kinds';
import { defineSection } from './section';

/** What a reviewer calls each kind of change; what is not proved to loosen nothing stands before what is. */
const kindOf: Readonly<Record<RuleChangeKind, RowKind>> = {
  loosened: 'loosened',
  removed: 'removed',
  incomparable: 'incomparable',
  'loosening-found': 'loosened',
  opaque: 'unclear',
  undecided: 'unclear',
  'tightening-found': 'unclear',
  tightened: 'tightened',
  added: 'added',
  equivalent: 'reworded',
};

/** Rules that are stated otherwise, and the objects that show what that means. */
export const rulesSection = defineSection<RuleNote>({
  title: messages.rules,
  columns: [
    { title: messages.rule, form: 'code' },
    { title: messages.change, form: 'text' },
    { title: messages.looser, form: 'code' },
    { title: messages.stricter, form: 'code' },
  ],
  items: ({ content }) => content.rules,
  kinds: ['loosened', 'removed', 'incomparable', 'unclear', 'tightened', 'added', 'reworded'],
  row: ({ id, kind, headline, sentences, looser, stricter }, context) => ({
    kind: kindOf[kind],
    cells: [id, [headline, ...sentences], looser, stricter],
    ...context.ownersFoundBy(id),
    classes: context.classesNaming(id),
  }),
});
