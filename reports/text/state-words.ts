import type { InstrumentStatus } from '../../model/controls/define-instrument';
import type { Mark } from '../../model/controls/mark';
import type { DossierState } from '../../model/tenancy/dossier';
import type { Text } from '../../model/text';
import type { ExceptionFault } from '../../policies/exceptions';
import type { ClauseState } from '../report';

/** A state in words, with the sign beside it, so that it never shows by color alone. */
export interface StateWord extends Text {
  readonly sign: string;
  /** One sentence on what the state says, and what it doesn't. */
  readonly meaning: Text;
}

/** What the states of a clause are called. */
export const clauseStateWords: Readonly<Record<ClauseState, StateWord>> = {
  fails: {
    sign: '✕',
    vi: 'Không đạt',
    en: 'Fails',
    meaning: { vi: 'Ít nhất một quy tắc không đạt.', en: 'At least one rule fails.' },
  },
  unknown: {
    sign: '?',
    vi: 'Chưa xác định',
    en: 'Unknown',
    meaning: {
      vi: 'Quy tắc không kết luận được, hoặc lẽ ra phải có đối tượng mà không có.',
      en: "A rule couldn't tell, or had nothing to apply to although it should.",
    },
  },
  excepted: {
    sign: '!',
    vi: 'Được miễn trừ',
    en: 'Excepted',
    meaning: { vi: 'Chỉ còn các phát hiện được miễn trừ có thời hạn.', en: 'Only excused findings stand against it.' },
  },
  holds: {
    sign: '✓',
    vi: 'Quy tắc đạt',
    en: 'Rules hold',
    meaning: {
      vi: 'Mọi quy tắc trả lời điều khoản và có đối tượng đều đạt; không có nghĩa là đã tuân thủ toàn bộ pháp luật.',
      en: 'Every rule that answers it and had something to judge passed; not that the law as a whole is met.',
    },
  },
  'not-applicable': {
    sign: '–',
    vi: 'Không có đối tượng',
    en: 'Nothing to apply to',
    meaning: { vi: 'Quy tắc không có gì để áp dụng.', en: 'Its rules had nothing to apply to.' },
  },
  'not-covered': {
    sign: '○',
    vi: 'Chưa có quy tắc',
    en: 'No rule yet',
    meaning: { vi: 'Có thể kiểm tra tự động nhưng chưa có quy tắc.', en: 'A rule could answer it and none does.' },
  },
  evidence: {
    sign: '▤',
    vi: 'Cần hồ sơ',
    en: 'Needs a record',
    meaning: { vi: 'Chỉ hồ sơ có ngày mới chứng minh được.', en: 'Only a dated record can show it.' },
  },
  procedure: {
    sign: '◇',
    vi: 'Do con người thực hiện',
    en: 'By people',
    meaning: { vi: 'Chỉ con người làm và đánh giá được.', en: 'Only people can do and judge it.' },
  },
};

/** How well the source of a clause is known, in words. */
export const markWords: Readonly<Record<Mark, Text>> = {
  read: { vi: 'đã đọc điều khoản', en: 'article read' },
  secondary: { vi: 'theo nguồn thứ cấp', en: 'secondary source' },
  'own-knowledge': { vi: 'theo hiểu biết, không có nguồn', en: 'own knowledge, no source' },
  inference: { vi: 'suy luận', en: 'inference' },
  uncertain: { vi: 'không chắc chắn', en: 'uncertain' },
};

/** Where an instrument stands, in words. */
export const statusWords: Readonly<Record<InstrumentStatus, Text>> = {
  'in-force': { vi: 'đang có hiệu lực', en: 'in force' },
  legacy: { vi: 'văn bản cũ', en: 'legacy' },
  draft: { vi: 'dự thảo', en: 'draft' },
  'not-read': { vi: 'có hiệu lực, chưa tiếp cận được toàn văn', en: 'in force, text not available to us' },
};

/** The steps of a dossier, in words. */
export const dossierWords: Readonly<Record<DossierState, Text>> = {
  draft: { vi: 'đang soạn', en: 'draft' },
  submitted: { vi: 'đã trình', en: 'submitted' },
  appraised: { vi: 'đã thẩm định', en: 'appraised' },
  approved: { vi: 'đã phê duyệt', en: 'approved' },
  ready: { vi: 'sẵn sàng vận hành', en: 'ready' },
  operating: { vi: 'đang vận hành', en: 'operating' },
};

/** What is wrong with an exception, in words. */
export const faultWords: Readonly<Record<ExceptionFault, Text>> = {
  expired: { vi: 'đã hết hạn', en: 'expired' },
  'not-yet-valid': { vi: 'chưa có hiệu lực', en: 'not yet valid' },
  'too-long': { vi: 'thời hạn quá dài', en: 'too long' },
  unused: { vi: 'không dùng đến', en: 'unused' },
  'unknown-policy': { vi: 'quy tắc không tồn tại', en: 'no such rule' },
  'malformed-date': { vi: 'ngày sai dạng', en: 'malformed date' },
};
