import type { Text } from '../../model/text';
import type { Reader } from '../define-format';

/** Every text of the first page that the reports don't have, in both languages. */
export const startWords = {
  title: { vi: 'Báo cáo tuân thủ: các tệp', en: 'Compliance report: its files' },
  note: {
    vi: 'Mọi dạng dưới đây viết từ cùng một lần đánh giá; số liệu của chúng bằng nhau.',
    en: 'All forms below are written from one judgement; their numbers are equal.',
  },
  holds: { vi: 'Nội dung', en: 'Holds' },
  files: { vi: 'Tệp', en: 'Files' },
} as const satisfies Record<string, Text>;

/** For whom a format is, in words. */
export const readerTexts: Readonly<Record<Reader, Text>> = {
  auditor: { vi: 'Cho kiểm toán viên', en: 'For the auditor' },
  owner: { vi: 'Cho chủ quản hệ thống', en: 'For the owner of systems' },
  reviewer: { vi: 'Cho người thẩm định', en: 'For the reviewer' },
  program: { vi: 'Cho chương trình', en: 'For programs' },
};
