import type { Text } from '../../model/text';
import type { PeerClass } from '../../resources/view/reachability/matrix/alike-ends';
import type { PathTotals } from '../../resources/view/reachability/matrix/path-matrices';
import type { MatrixEnd, PathCell } from '../../resources/view/reachability/matrix/path-matrix';

/** Every fixed text about who can reach whom, in both languages. */
export const pathMessages = {
  title: { vi: 'Ai kết nối được tới ai', en: 'Who can reach whom' },
  rowsCallColumns: { vi: 'Hàng gọi cột', en: 'Rows call columns' },
  outside: { vi: 'bên ngoài', en: 'outside' },
  platform: { vi: 'nền tảng', en: 'platform' },
  elsewhere: { vi: 'cơ quan khác', en: 'other agencies' },
  passes: {
    vi: 'Có kết nối được phép; diện tích là tỷ lệ trên số cặp có thể',
    en: 'Something passes; the area is the share of the pairs that could be',
  },
  few: { vi: 'Ít cặp có kết nối', en: 'Few of the pairs are open' },
  depends: {
    vi: 'Có thể được phép, tùy điều không tệp nào cho biết',
    en: 'May pass: it depends on what no file tells',
  },
  mixed: { vi: 'Có kết nối được phép, và có kết nối tùy thuộc', en: 'Something passes, and something more may' },
  differs: { vi: 'Khác với khai báo', en: 'Differs from what is declared' },
  honesty: {
    vi: 'Mỗi con số là số cặp không gian tên trong cùng một cụm. “Chứng minh” tính từ chính các chính sách mạng: mọi gói tin mà chúng cho qua, hoặc có thể cho qua, kể cả của các pod chưa được tạo. Bên ngoài của một cụm tính là một nơi.',
    en: 'Each number counts pairs of namespaces within one cluster. “Proved” is computed from the network policies themselves: every packet that they let pass, or may, of pods too that nobody has made yet. All that is outside of a cluster counts as one place.',
  },
  clusters: { vi: 'cụm', en: 'clusters' },
  namespaces: { vi: 'không gian tên', en: 'namespaces' },
  workloads: { vi: 'khối lượng công việc đã viết', en: 'workloads written' },
  policies: { vi: 'chính sách mạng', en: 'network policies' },
  troubles: { vi: 'phần chính sách không hiểu được', en: 'parts of policies not understood' },
  declaredPaths: { vi: 'đường được khai báo', en: 'paths declared' },
  provedPaths: { vi: 'đường được chứng minh là mở', en: 'paths proved open' },
  undeclaredPaths: { vi: 'đường mở mà không khai báo', en: 'paths open, undeclared' },
  closedPaths: { vi: 'đường khai báo mà bị chặn', en: 'paths declared, closed' },
  declared: { vi: 'Khai báo', en: 'Declared' },
  proved: { vi: 'Chứng minh', en: 'Proved' },
  undeclared: { vi: 'Mở, không khai báo', en: 'Open, undeclared' },
  closed: { vi: 'Khai báo, bị chặn', en: 'Declared, closed' },
  pairs: { vi: 'Số cặp có thể', en: 'Pairs that could be' },
  caller: { vi: 'Bên gọi', en: 'Caller' },
  called: { vi: 'Bên được gọi', en: 'Called' },
  zones: { vi: 'Giữa các vùng mạng', en: 'Between zones' },
  provinces: { vi: 'Giữa các tỉnh, thành phố', en: 'Between provinces' },
  zonesPicture: {
    vi: 'Vùng gọi (hàng) và vùng được gọi (cột): số đường được chứng minh; ✔ đúng như khai báo, ✘ số đường khác',
    en: 'Zones that call (rows) and are called (columns): paths proved; ✔ as declared, ✘ how many differ',
  },
  provincesPicture: {
    vi: 'Tỉnh, thành phố gọi (hàng) và được gọi (cột): tỷ lệ cặp không gian tên có đường',
    en: 'Provinces that call (rows) and are called (columns): the share of pairs of namespaces with a path',
  },
  state: { vi: 'Trạng thái', en: 'State' },
  communes: { vi: 'Trong từng tỉnh, thành phố', en: 'Within each province' },
  communesNote: {
    vi: 'Các xã, phường, đặc khu có cùng các con số đứng chung một hàng; nơi nào khác với khai báo đứng trước. Ví dụ “2 → 3”: gọi trên 2 đường và được gọi trên 3 đường.',
    en: 'Communes with the same numbers share a row; those that differ from what is declared come first. For example, “2 → 3”: it calls on 2 paths and is called on 3.',
  },
  communeCount: { vi: 'xã, phường, đặc khu', en: 'communes' },
  sameAsDeclared: { vi: '✔ đúng như khai báo', en: '✔ as declared' },
  differences: { vi: 'khác với khai báo', en: 'differ from what is declared' },
  numbers: { vi: 'Các con số của hình', en: 'The numbers of the picture' },
  blast: { vi: 'Phạm vi ảnh hưởng của một khối lượng công việc', en: 'Blast radius of one workload' },
  hops: { vi: 'Số bước', en: 'Hops' },
  reached: { vi: 'Khối lượng công việc đến được', en: 'Workloads reached' },
  headroom: { vi: 'Đã dùng bao nhiêu phần của giới hạn', en: 'How much of a limit is used' },
  identities: { vi: 'định danh', en: 'identities' },
  policyMap: { vi: 'bảng chính sách đầy nhất', en: 'fullest policy map' },
  used: { vi: 'Đã dùng', en: 'Used' },
  limit: { vi: 'Giới hạn', en: 'Limit' },
  overLimit: { vi: '✘ vượt giới hạn', en: '✘ over the limit' },
  cluster: { vi: 'Cụm', en: 'Cluster' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
  noData: { vi: 'Không có số liệu.', en: 'There are no numbers.' },
} as const satisfies Record<string, Text>;

/** What is counted of all clusters, in the order in which it is told. */
export const totalTexts = [
  ['clusters', pathMessages.clusters],
  ['namespaces', pathMessages.namespaces],
  ['workloads', pathMessages.workloads],
  ['policies', pathMessages.policies],
  ['declared', pathMessages.declaredPaths],
  ['proved', pathMessages.provedPaths],
  ['undeclared', pathMessages.undeclaredPaths],
  ['closed', pathMessages.closedPaths],
  ['troubles', pathMessages.troubles],
] as const satisfies readonly (readonly [keyof PathTotals, Text])[];

/** What is counted of each cell, in the order of its columns. */
export const countTexts = [
  ['declared', pathMessages.declared],
  ['proved', pathMessages.proved],
  ['undeclared', pathMessages.undeclared],
  ['closed', pathMessages.closed],
  ['pairs', pathMessages.pairs],
] as const satisfies readonly (readonly [keyof PathCell, Text])[];

/** How an end of a matrix is called. */
export function endText(end: MatrixEnd | undefined): Text {
  const { kind = 'elsewhere', id = '', officialName } = end ?? {};
  if (officialName !== undefined) return officialName;
  return kind === 'platform' || kind === 'elsewhere' || kind === 'outside' ? pathMessages[kind] : { vi: id, en: id };
}

/** Classes of peers of a commune or province, in words. */
export const peerTexts: Readonly<Record<PeerClass, Text>> = {
  itself: { vi: 'chính nó', en: 'itself' },
  province: { vi: 'tỉnh, thành phố', en: 'the province' },
  communes: { vi: 'xã, phường khác', en: 'other communes' },
  elsewhere: pathMessages.elsewhere,
  platform: pathMessages.platform,
  outside: pathMessages.outside,
};

/** Fixed texts of the page of flows, in both languages. */
export const flowMessages = {
  flows: { vi: 'Các luồng', en: 'Flows' },
  matrix: { vi: 'Bảng ai gọi ai', en: 'Matrix of who calls whom' },
  notUnderstood: { vi: 'Điều không hiểu được', en: 'What could not be understood' },
  allUnderstood: { vi: '✔ Mọi chính sách đều hiểu được.', en: '✔ Every policy was understood.' },
  notGiven: {
    vi: 'Trang này được viết mà không có danh sách đối tượng: không biết khối lượng công việc nào không có luồng và điều gì không hiểu được.',
    en: 'This page was written without the list of objects: it does not know which workloads have no flow, nor what could not be understood.',
  },
  otherKinds: { vi: 'Loại không nói về mạng, hoặc không được biết', en: 'Kinds not about the network, or not known' },
  denied: {
    vi: 'Điều không có trong bảng thì bị chặn.',
    en: 'What is not listed is denied.',
  },
  from: { vi: 'Từ', en: 'From' },
  to: { vi: 'Đến', en: 'To' },
  traffic: { vi: 'Cổng', en: 'Ports' },
  verdict: { vi: 'Kết luận', en: 'Verdict' },
  because: { vi: 'Vì sao (nguyên văn, bằng tiếng Anh)', en: 'Why' },
  allowed: { vi: '✔ cho phép', en: '✔ allowed' },
  depends: { vi: '? tùy thuộc', en: '? depends' },
  allowedPairs: { vi: 'cặp được phép', en: 'pairs allowed' },
  dependsPairs: { vi: 'cặp tùy thuộc', en: 'pairs that depend' },
  everyVerdict: { vi: 'mọi kết luận', en: 'every verdict' },
  filterVerdict: { vi: 'Lọc theo kết luận', en: 'Filter by verdict' },
  more: { vi: 'Thêm dòng', en: 'More rows' },
  needsScript: {
    vi: 'Bảng các luồng cần JavaScript của trang; hình và các con số thì không.',
    en: 'The table of flows needs the script of the page; the picture and the numbers do not.',
  },
  object: { vi: 'Đối tượng', en: 'Object' },
} as const satisfies Record<string, Text>;
