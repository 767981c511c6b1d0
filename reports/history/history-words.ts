import type { Text } from '../../model/text';
import type { Cell, Tone } from '../document/document';
import type { Direction } from './compare-judgements';

/** What pages and tables say of changes, in both languages. */
export const historyWords = {
  title: { vi: 'Thay đổi so với lần trước', en: 'What changed since' },
  bundle: { vi: 'So với gói bằng chứng', en: 'Since the bundle' },
  judgedBefore: { vi: 'Ngày đánh giá trước', en: 'Judged before on' },
  clauses: { vi: 'Điều khoản có trạng thái khác', en: 'Clauses in another state' },
  tenants: { vi: 'Cơ quan có phát hiện khác', en: 'Agencies with other findings' },
  rules: { vi: 'Quy tắc mới hoặc không còn', en: 'Rules that are new or gone' },
  counts: { vi: 'Lần đánh giá', en: 'Evaluations' },
  way: { vi: 'Chiều hướng', en: 'Way' },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Nay', en: 'Now' },
  added: { vi: 'Thêm', en: 'New' },
  gone: { vi: 'Hết', en: 'Gone' },
  nothing: { vi: 'Không có gì khác.', en: 'Nothing differs.' },
  other: { vi: 'Ngôn ngữ khác', en: 'Other language' },
  inEnglish: { vi: 'English', en: 'Tiếng Việt' },
  history: { vi: 'Thay đổi và diễn biến', en: 'Changes and trends' },
  sinceDay: { vi: 'so với lần đánh giá ngày', en: 'since the judgement of' },
  bundles: { vi: 'gói bằng chứng', en: 'bundles of evidence' },
  honesty: {
    vi: 'Cả hai lần được đọc theo danh mục điều khoản hiện nay; điều khoản mà trước đây chưa có quy tắc trả lời thì khi đó là “chưa có quy tắc”.',
    en: 'Both are read by the catalog of today; a clause that no rule answered then was without a rule.',
  },
} as const satisfies Record<string, Text>;

/** Ways in words, each with a sign of its own. */
export const wayTexts: Readonly<Record<Direction, { readonly text: Text; readonly tone: Tone }>> = {
  worse: { text: { vi: '▼ xấu hơn', en: '▼ worse' }, tone: 'bad' },
  better: { text: { vi: '▲ tốt hơn', en: '▲ better' }, tone: 'good' },
  other: { text: { vi: '◆ khác', en: '◆ other' }, tone: 'plain' },
};

/** A cell that tells a way. */
export function wayCell(direction: Direction): Cell {
  const { text, tone } = wayTexts[direction];
  return { state: text, tone };
}
