import type { Text } from '../../model/text';
import { formatNumber } from './format-number';

/** Sentences of the page. */
export const sentences = {
  lawNote: {
    vi: '“Quy tắc đạt” chỉ nói rằng mọi quy tắc trả lời điều khoản đó và có đối tượng đều đạt, không khẳng định đã tuân thủ toàn bộ văn bản. Yêu cầu được diễn đạt lại, không trích nguyên văn; mức xác minh nguồn ghi ở từng điều khoản.',
    en: '“Rules hold” says only that every rule that answers the clause and had something to judge passed, not that the instrument as a whole is met. Requirements are in our words, not quoted; how well each source is known stands beside it.',
  },
  notCoveredNote: {
    vi: 'Các điều khoản dưới đây không được quy tắc nào trả lời, hoặc chỉ được trả lời một phần. Báo cáo này không nói gì về việc chúng đã được đáp ứng hay chưa.',
    en: 'No rule answers the clauses below, or rules answer only a part. This report does not say whether they are met.',
  },
  dossierNote: {
    vi: 'Trạng thái hồ sơ là do chủ quản tự khai, chưa được xác minh.',
    en: 'Dossier states are declared by the owners, not verified.',
  },
  systemsNote: {
    vi: 'Số phát hiện chỉ tính những phát hiện gắn với hệ thống đó; không có phát hiện không có nghĩa là đạt mọi yêu cầu.',
    en: 'Findings are those tied to the system; none does not mean that every requirement is met.',
  },
  termsNote: {
    vi: 'Cột “Hiện có” và “Yêu cầu” dùng thuật ngữ kỹ thuật tiếng Anh, đúng như trong hiện vật.',
    en: '“Got” and “Want” use the technical terms of the artifacts.',
  },
  noFindings: { vi: 'Không có phát hiện.', en: 'No findings.' },
  noSkipped: { vi: 'Không có phát hiện nào được miễn trừ.', en: 'No finding is excused.' },
  noFaulty: { vi: 'Không có miễn trừ nào có lỗi.', en: 'No exception is at fault.' },
  intact: { vi: 'Hiện vật đúng như bản kê.', en: 'The artifacts are as their manifest says.' },
  allKnown: { vi: 'Mọi loại đối tượng đều được đọc hiểu.', en: 'Every kind is known to a reader.' },
  unknownKinds: {
    vi: 'Không bộ đọc nào biết các loại sau, nên không quy tắc nào đánh giá các trường của chúng.',
    en: 'No reader knows these kinds, so no rule judged their fields.',
  },
  allCovered: { vi: 'Mọi điều khoản đều có quy tắc trả lời.', en: 'Rules answer every clause.' },
  noSystems: { vi: 'Không có hệ thống.', en: 'No systems.' },
} as const satisfies Readonly<Record<string, Text>>;

/** How many findings are not on the page. */
export function moreInJson(hidden: number): Text {
  const count = formatNumber(hidden);
  return {
    vi: `Còn ${count.vi} phát hiện nữa trong báo cáo JSON.`,
    en: `${count.en} more ${hidden === 1 ? 'finding is' : 'findings are'} in the JSON report.`,
  };
}

/** How many parts block, by what they are. */
export function blockingCounts(exceptions: number, integrity: number): readonly Text[] {
  const faulty = formatNumber(exceptions);
  const departures = formatNumber(integrity);
  return [
    ...(exceptions === 0 ? [] : [{ vi: `${faulty.vi} miễn trừ có lỗi`, en: `${faulty.en} exceptions at fault` }]),
    ...(integrity === 0
      ? []
      : [{ vi: `${departures.vi} chỗ khác bản kê`, en: `${departures.en} departures from the manifest` }]),
  ];
}
