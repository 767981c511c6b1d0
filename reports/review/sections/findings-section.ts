import type { FindingChange } from '../../../review/findings/finding-changes';
import { inBoth } from '../../../review/words/review-words';
import { forceTexts, reviewMessages as messages, verdictTexts } from '../words/review-messages';
import { defineSection } from './section';

/** What rules find otherwise than before. */
export const findingsSection = defineSection<FindingChange>({
  title: messages.findings,
  columns: [
    { title: messages.rule, form: 'code' },
    { title: messages.verdict, form: 'text' },
    { title: messages.subject, form: 'code' },
    { title: messages.got, form: 'text' },
    { title: messages.want, form: 'text' },
    { title: messages.waiver, form: 'code' },
  ],
  items: ({ content }) => [...content.findings].toSorted((a, b) => rank(a) - rank(b)),
  kinds: ['added', 'gone'],
  row: ({ change, policy, force, verdict, subject, where, got, want, tenant, exception }, context) => ({
    kind: change,
    cells: [
      policy,
      inBoth((language) => `${verdictTexts[verdict][language]}, ${forceTexts[force][language]}`),
      subject,
      where === '' ? got : `${where}: ${got}`,
      want,
      exception ?? '',
    ],
    tenants: tenant === undefined ? context.ownerOf(subject).tenants : [tenant],
    zones: context.ownerOf(subject).zones,
    classes: change === 'added' && verdict !== 'skip' ? ['finding-added'] : [],
  }),
});

function rank({ force, verdict }: FindingChange): number {
  return (verdict === 'skip' ? 2 : 0) + (force === 'block' ? 0 : 1);
}
