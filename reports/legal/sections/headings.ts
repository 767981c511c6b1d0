import type { Text } from '../../../model/text';

/** The twelve headings of the yearly report, by number. */
export type HeadingNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/** The headings of Decree 331/2026 Art. 36 in its order, in short; the article was read (mark `read`). */
export const headings: Readonly<Record<HeadingNumber, Text>> = {
  1: {
    vi: 'Thông tin chung về chủ quản, đơn vị chuyên trách, đơn vị vận hành',
    en: 'Owners, dedicated units and operators',
  },
  2: { vi: 'Danh sách hệ thống thông tin thuộc phạm vi quản lý', en: 'Systems, their operators and proposed levels' },
  3: {
    vi: 'Hệ thống có căn cứ đề xuất vào Danh mục quan trọng về an ninh quốc gia',
    en: 'Candidates for the list critical to national security',
  },
  4: { vi: 'Hệ thống được phê duyệt Hồ sơ đề xuất cấp độ', en: 'Systems with an approved level dossier' },
  5: {
    vi: 'Hệ thống đã triển khai đầy đủ, một phần hoặc chưa triển khai phương án',
    en: 'Systems that fully, partly or don’t implement their plan',
  },
  6: { vi: 'Hệ thống có Quy chế bảo đảm an ninh mạng', en: 'Systems with a security regulation' },
  7: { vi: 'Hệ thống tuân thủ Quy chế bảo đảm an ninh mạng', en: 'Systems that comply with their regulation' },
  8: { vi: 'Hệ thống được kiểm tra, đánh giá', en: 'Systems that were inspected' },
  9: { vi: 'Triển khai phương án theo từng tiêu chí, yêu cầu', en: 'Implementation by criterion and requirement' },
  10: {
    vi: 'Quyết định phê duyệt; yêu cầu đã và chưa đáp ứng; lộ trình',
    en: 'Decisions of approval; requirements met and not; roadmap',
  },
  11: { vi: 'Quyết định ban hành và Quy chế bảo đảm an ninh mạng', en: 'Decisions that issue the regulations' },
  12: { vi: 'Các thông tin khác', en: 'Other information' },
};
