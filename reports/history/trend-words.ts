import type { Text } from '../../model/text';

/** What pages and tables say of trends, in both languages. */
export const trendWords = {
  verdicts: { vi: 'Diễn biến các lần đánh giá', en: 'Trend of the evaluations' },
  clauses: { vi: 'Diễn biến trạng thái điều khoản', en: 'Trend of the states of clauses' },
  trend: { vi: 'Diễn biến', en: 'Trend' },
  from: { vi: 'Từ ngày', en: 'From' },
  bundle: { vi: 'Gói bằng chứng', en: 'Bundle' },
  deployed: { vi: 'Ngày triển khai', en: 'Deployed on' },
  today: { vi: 'lần này', en: 'this report' },
  open: { vi: 'phát hiện còn mở', en: 'open findings' },
  excused: { vi: 'phát hiện được miễn trừ', en: 'excused findings' },
  agencies: { vi: 'cơ quan có phát hiện còn mở', en: 'agencies with open findings' },
  exceptions: { vi: 'ngoại lệ đang dùng', en: 'exceptions in use' },
  movedClauses: {
    vi: 'Điều khoản từng đổi trạng thái trong thời gian được trình bày',
    en: 'Clauses that were ever in another state',
  },
  movedAgencies: {
    vi: 'Cơ quan từng có số phát hiện khác trong thời gian được trình bày',
    en: 'Agencies that ever had more or fewer findings',
  },
  first: { vi: 'Lúc đầu', en: 'At first' },
  most: { vi: 'Nhiều nhất', en: 'At most' },
  reading: {
    vi: 'Mỗi ô một số liệu, trục bắt đầu từ 0, thang riêng cho từng ô. Đường giữ nguyên cho đến lần đánh giá sau: những ngày không có gói bằng chứng thì không biết gì thêm. Dấu là một lần đánh giá; nhiều lần trong một ngày đứng cạnh nhau. Số ở cuối đường là của báo cáo này.',
    en: 'One number a panel, from zero, each on its own scale. A line stays level until the next judgement: of days without a bundle nothing more is known. A mark is a judgement; several on one day stand side by side. The number at the end of a line is this report’s.',
  },
  numbersBelow: { vi: 'Bảng dưới đây có đúng các số đó.', en: 'The table below has the same numbers.' },
  backInTime: {
    vi: 'Có gói ghi ngày triển khai sớm hơn gói đứng trước trong chuỗi; hình đặt nó ở ngày của gói đứng trước.',
    en: 'A bundle states an earlier day than the one before it in the chain; it is drawn on the day of that one.',
  },
  clauseSteps: {
    vi: 'Đường nhỏ ở mỗi điều khoản: cao là đạt, sát đáy là không đạt; đứt quãng là trạng thái không nói được điều khoản đạt đến đâu.',
    en: 'The small line of a clause: high where it holds, at the bottom where it fails; broken where its state doesn’t say how far it is met.',
  },
  agencySteps: {
    vi: 'Đường nhỏ ở mỗi cơ quan: số phát hiện còn mở theo ngày, từ 0.',
    en: 'The small line of an agency: its open findings by day, from zero.',
  },
} as const satisfies Record<string, Text>;

/** How many bundles were verified, and which of them are shown. */
export function extentTexts({
  bundles,
  shown,
  isWhole,
  first,
}: {
  readonly bundles: number;
  readonly shown: number;
  readonly isWhole: boolean;
  /** Number of the first bundle. */
  readonly first: number;
}): readonly Text[] {
  const [many, are] = bundles === 1 ? ['bundle', 'is'] : ['bundles', 'are'];
  const verified: Text =
    shown === bundles
      ? {
          vi: `Đã kiểm chứng ${bundles} gói bằng chứng; tất cả đều được trình bày, cùng với báo cáo này.`,
          en: `${bundles} ${many} of evidence ${are} verified and shown, with this report.`,
        }
      : {
          vi: `Đã kiểm chứng ${bundles} gói bằng chứng; trình bày ${shown} gói: gói đầu, gói cuối và các gói cách đều ở giữa. Điều xảy ra ở các gói còn lại không thấy được ở đây.`,
          en: `${bundles} bundles of evidence are verified; ${shown} are shown: the first, the last, and evenly between. What happened in the others can’t be seen here.`,
        };
  if (isWhole) return [verified];
  return [
    verified,
    {
      vi: `Chuỗi bắt đầu từ gói ${first}; các gói trước đó không được đưa vào.`,
      en: `The chain begins with bundle ${first}; those before it were not given.`,
    },
  ];
}
