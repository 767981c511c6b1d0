import type { Text } from '../../model/text';
import type { ClauseState, Report } from '../report';

/** Clauses that are known equally well, as one number of the first screen. */
export interface ClauseGroup {
  readonly text: Text;
  readonly states: readonly ClauseState[];
  /** Shown at zero too: its absence would say something. */
  readonly always: boolean;
}

/** Every state is in one group, so the numbers of the groups add up to all clauses. */
const clauseGroups: readonly ClauseGroup[] = [
  { states: ['fails'], always: false, text: { vi: '✘ không đạt', en: '✘ failed' } },
  { states: ['unknown'], always: false, text: { vi: '? không xác định được', en: '? could not be told' } },
  { states: ['holds'], always: true, text: { vi: '✔ quy tắc đã chứng minh', en: '✔ proved by rules' } },
  {
    states: ['in-part'],
    always: false,
    text: { vi: '◔ chứng minh một phần, còn lại cần hồ sơ', en: '◔ proved in part, records must show the rest' },
  },
  {
    states: ['excepted'],
    always: false,
    text: { vi: '◐ chỉ còn phát hiện được miễn', en: '◐ only excused findings stand against' },
  },
  {
    states: ['evidence', 'procedure'],
    always: true,
    text: {
      vi: '▤ chỉ được khai báo: hồ sơ hoặc con người phải chứng minh',
      en: '▤ only declared: records or people must show it',
    },
  },
  {
    states: ['not-covered'],
    always: true,
    text: { vi: '○ chưa có quy tắc nào kiểm tra', en: '○ not covered: no rule checks it' },
  },
  {
    states: ['not-applicable'],
    always: false,
    text: { vi: '– không có gì để áp dụng', en: '– nothing to apply to' },
  },
];

/** The groups that a report shows, each with its number of clauses. */
export function countClauseGroups({
  clauseStates,
}: Pick<Report, 'clauseStates'>): readonly { readonly text: Text; readonly count: number }[] {
  return clauseGroups
    .map(({ text, states, always }) => ({
      text,
      always,
      count: states.reduce((sum, state) => sum + clauseStates[state], 0),
    }))
    .filter(({ always, count }) => always || count > 0)
    .map(({ text, count }) => ({ text, count }));
}
