import type { FactChange } from '../../../review/facts/fact-changes';
import type { JsonValue } from '../../../resources/resource';
import { sortedJson } from '../../sorted-json';
import { reviewMessages as messages } from '../words/review-messages';
import { changeCell, defineSection } from './section';

/** What people wrote otherwise. */
export const factsSection = defineSection<FactChange>({
  title: messages.facts,
  columns: [
    { title: messages.fact, form: 'code' },
    { title: messages.at, form: 'code' },
    { title: messages.change, form: 'code' },
    { title: messages.source, form: 'code' },
  ],
  items: ({ content }) => content.facts,
  kinds: ['removed', 'changed', 'added'],
  row: ({ fact, at, before, after, source }) => ({
    kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    cells: [fact, at, changeCell(textOf(before), textOf(after), messages.none), source],
    tenants: [],
    zones: [],
    classes: fact === 'approvals' || fact.startsWith('approvals/') ? ['signers-changed'] : [],
  }),
});

function textOf(value: JsonValue | undefined): string | undefined {
  return value === undefined ? undefined : sortedJson(value);
}
