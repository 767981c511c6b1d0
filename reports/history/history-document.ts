import type { Text } from '../../model/text';
import type { Cell, Document, DocumentSection, DocumentTable, Tone } from '../document/document';
import type { Report } from '../report';
import { messages, stateTexts, verdictCountTexts } from '../text/messages';
import type { ClauseChange, Direction, JudgementChanges, TenantChange } from './compare-judgements';

const words = {
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
  honesty: {
    vi: 'Cả hai lần được đọc theo danh mục điều khoản hiện nay; điều khoản mà trước đây chưa có quy tắc trả lời thì khi đó là “chưa có quy tắc”.',
    en: 'Both are read by the catalog of today; a clause that no rule answered then was without a rule.',
  },
} as const satisfies Record<string, Text>;

const ways: Readonly<Record<Direction, { readonly text: Text; readonly tone: Tone }>> = {
  worse: { text: { vi: '▼ xấu hơn', en: '▼ worse' }, tone: 'bad' },
  better: { text: { vi: '▲ tốt hơn', en: '▲ better' }, tone: 'good' },
  other: { text: { vi: '◆ khác', en: '◆ other' }, tone: 'plain' },
};

/** What got better and what worse since an earlier judgement, by clause and by agency. */
export function historyDocument(changes: JudgementChanges, report: Report): Document {
  const { since } = changes;
  return {
    title: { vi: `${words.title.vi}: ${report.officialName.vi}`, en: `${words.title.en}: ${report.officialName.en}` },
    facts: [
      [words.bundle, since.bundle],
      [words.judgedBefore, { day: since.today }],
      [messages.date, { day: report.today }],
      [messages.evaluationsDigest, { cells: [{ code: since.evaluationsDigest }, { code: report.evaluationsDigest }] }],
    ],
    notes: [words.honesty],
    sections: [countsSection(changes), clausesSection(changes), tenantsSection(changes), rulesSection(changes)],
  };
}

function countsSection({ since, counts }: JudgementChanges): DocumentSection {
  const rows = verdictCountTexts.map(([name, text]): readonly Cell[] => [text, since.counts[name], counts[name]]);
  return section('counts', words.counts, { columns: [messages.state, words.before, words.after], rows });
}

function clausesSection({ clauses }: JudgementChanges): DocumentSection {
  const rows = clauses.map(({ id, citation, title, before, after, direction }: ClauseChange): readonly Cell[] => [
    { cells: [citation, { code: id }] },
    title,
    wayCell(direction),
    stateTexts[before],
    stateTexts[after],
  ]);
  const columns = [messages.citation, messages.requirement, words.way, words.before, words.after];
  return section('clauses', words.clauses, { columns, rows });
}

function tenantsSection({ tenants }: JudgementChanges): DocumentSection {
  const rows = tenants.map(
    ({ id, officialName, before, after, added, gone, direction }: TenantChange): readonly Cell[] => [
      id === '' ? officialName : { cells: [officialName, { code: id }] },
      wayCell(direction),
      before,
      after,
      added,
      gone,
    ],
  );
  const columns = [messages.name, words.way, words.before, words.after, words.added, words.gone];
  return section('tenants', words.tenants, { columns, rows });
}

function rulesSection({ rules: { added, gone } }: JudgementChanges): DocumentSection {
  const row = (id: string, state: Text): readonly Cell[] => [{ code: id }, state];
  const rows = [...added.map((id) => row(id, words.added)), ...gone.map((id) => row(id, words.gone))];
  return section('rules', words.rules, { columns: [messages.rule, words.way], rows });
}

function wayCell(direction: Direction): Cell {
  const { text, tone } = ways[direction];
  return { state: text, tone };
}

function section(id: string, title: Text, table: Pick<DocumentTable, 'columns' | 'rows'>): DocumentSection {
  const isEmpty = table.rows.length === 0;
  return {
    id,
    title,
    notes: isEmpty ? [words.nothing] : [],
    tables: isEmpty ? [] : [{ id: `${id}-table`, caption: title, ...table }],
  };
}
