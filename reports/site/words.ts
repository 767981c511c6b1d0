import type { InstrumentStatus } from '../../model/controls/define-instrument';
import type { Text } from '../../model/text';
import type { Cluster } from '../../model/site/cluster';
import type { Site } from '../../model/site/site';
import type { TenantKind } from '../../model/tenancy/tenant';
import type { SubjectKind } from '../trace/trace-subject';
import type { DeclaredStatus } from './figures/declared-status';
import type { VerifiedStatus } from './figures/verified-status';

/** Every fixed text of the audit site that the other reports don't have, in both languages. */
export const words = {
  siteTitle: { vi: 'Trang kiểm toán', en: 'Audit site' },
  overview: { vi: 'Tổng quan', en: 'Overview' },
  owners: { vi: 'Cơ quan', en: 'Agencies' },
  sites: { vi: 'Địa điểm', en: 'Sites' },
  notCovered: { vi: 'Chưa phủ, và vì sao', en: 'Not covered, and why' },
  evidence: { vi: 'Bằng chứng và thời hạn', en: 'Evidence and expiry' },
  search: { vi: 'Tìm kiếm', en: 'Search' },
  searchFor: { vi: 'Tìm trong toàn bộ trang', en: 'Search the whole site' },
  searchHint: {
    vi: 'Gõ tên hoặc mã của cơ quan, xã, hệ thống, địa điểm, cụm, điều khoản, quy tắc hoặc đối tượng; không cần gõ dấu.',
    en: 'Type the name or id of an agency, commune, system, site, cluster, clause, rule or object; diacritics aren’t needed.',
  },
  searchNeedsScript: {
    vi: 'Tìm kiếm cần JavaScript. Không có JavaScript, hãy mở các danh sách ở đầu trang.',
    en: 'Search needs JavaScript. Without it, open the lists at the head of the page.',
  },
  found: { vi: 'kết quả', en: 'results' },
  firstShown: {
    vi: 'Chỉ hiện các kết quả đầu tiên của mỗi loại.',
    en: 'Only the first results of each kind are shown.',
  },
  where: { vi: 'Bạn đang ở', en: 'You are here' },
  declared: { vi: 'Khai báo', en: 'Declared' },
  verified: { vi: 'Kiểm chứng', en: 'Verified' },
  declaredMeaning: {
    vi: 'Cơ quan tự khai trong hồ sơ cấp độ; không ai kiểm chứng. Xanh: mọi hệ thống được khai là đang vận hành; vàng: mọi hồ sơ được khai là đã phê duyệt nhưng chưa vận hành hết; đỏ: có hồ sơ chưa được khai là đã phê duyệt. Màu suy ra từ hồ sơ đã khai (suy luận), không phải màu của trung tâm giám sát Kế hoạch 02.',
    en: 'What the agency says of itself in its level dossiers; nobody verified it. Green: every system is declared as operating; yellow: every dossier is declared as approved, but not all operate; red: a dossier isn’t declared as approved. The color follows from declared dossiers (inference); it isn’t the color of the monitoring center of Plan 02.',
  },
  verifiedMeaning: {
    vi: 'Kết quả của các quy tắc trên chính những đối tượng của cơ quan, như đã viết ra để triển khai. Kết quả đọc từ hệ thống đang chạy, nếu có hỏi các cụm, đứng riêng và không đổi dấu này; dấu này cũng không thay cho bằng chứng mà con người phải lập.',
    en: 'What rules found on the agency’s own objects as written for deployment. Results read from running systems, where clusters were asked, stand apart and never change this mark; nor does it replace evidence that people must give.',
  },
  howToRead: { vi: 'Cách đọc hai dấu', en: 'How to read the two marks' },
  declaredOnly: {
    vi: 'Khai báo xanh nhưng chưa được kiểm chứng là đạt',
    en: 'Declared green, but not verified as holding',
  },
  noneDeclaredOnly: {
    vi: 'Không có cơ quan nào khai báo xanh mà quy tắc chưa đạt.',
    en: 'No agency is declared green while its rules don’t hold.',
  },
  andMore: { vi: 'và còn nữa:', en: 'and more:' },
  grid: { vi: 'Tỉnh, thành phố', en: 'Provinces and cities' },
  gridNote: {
    vi: 'Mỗi tỉnh một ô bằng nhau, xếp gần các tỉnh láng giềng; ô không thể hiện ranh giới, diện tích hay khoảng cách.',
    en: 'One tile of the same size for each province, near its neighbours; tiles show no borders, areas or distances.',
  },
  offGrid: { vi: 'Ngoài lưới', en: 'Not on the grid' },
  communes: { vi: 'Xã, phường, đặc khu', en: 'Communes, wards and special zones' },
  communesShort: { vi: 'cấp xã', en: 'communes' },
  objectsOfCommunes: { vi: 'Đối tượng của từng xã', en: 'The objects of each commune' },
  byKind: { vi: 'Khai báo và kiểm chứng theo loại cơ quan', en: 'Declared and verified, by kind of agency' },
  ownersCount: { vi: 'Số cơ quan', en: 'Agencies' },
  judgements: { vi: 'Lần đánh giá', en: 'Judgements' },
  kind: { vi: 'Loại', en: 'Kind' },
  code: { vi: 'Mã', en: 'Code' },
  province: { vi: 'Tỉnh, thành phố', en: 'Province' },
  ownObjects: { vi: 'Đối tượng và lần đánh giá', en: 'Objects and judgements' },
  noObjects: { vi: 'Không có đối tượng nào.', en: 'There are no objects.' },
  elsewhere: {
    vi: 'Đối tượng thuộc một hệ thống nằm ở trang của hệ thống đó.',
    en: 'Objects of a system stand on the page of that system.',
  },
  judged: { vi: 'Đối tượng', en: 'Object' },
  verdicts: { vi: 'Kết quả của quy tắc', en: 'What rules said' },
  causedBy: { vi: 'Khai báo gây ra', en: 'Fact behind it' },
  noFact: { vi: 'không rõ khai báo', en: 'fact not known' },
  evidenceFile: { vi: 'Bằng chứng', en: 'Evidence' },
  passSet: { vi: 'Nhóm quy tắc', en: 'Set of rules' },
  passSets: { vi: 'Các nhóm quy tắc đã đạt', en: 'Sets of rules that passed' },
  passSetsNote: {
    vi: 'Những đối tượng giống nhau được cùng một nhóm quy tắc đánh giá là đạt. Số cạnh dấu ✔ ở mỗi đối tượng dẫn đến nhóm của nó.',
    en: 'Alike objects are passed by the same set of rules. The number beside ✔ of each object leads to its set.',
  },
  passedObjects: { vi: 'đối tượng đạt', en: 'objects passed' },
  notJudged: { vi: '– không quy tắc nào đánh giá', en: '– judged by no rule' },
  files: { vi: 'Tệp và mã băm', en: 'Files and digests' },
  filesNote: {
    vi: 'Mỗi kết quả dựa trên nội dung của một tệp; mã băm dưới đây cho phép tính lại.',
    en: 'Each verdict rests on the content of a file; its digest lets anyone compute it again.',
  },
  digest: { vi: 'Mã băm', en: 'Digest' },
  file: { vi: 'Tệp', en: 'File' },
  sources: { vi: 'Khai báo và dòng', en: 'Facts and lines' },
  sourcesNote: {
    vi: 'Từ mỗi dòng khai báo đến những trang có đối tượng do nó gây ra.',
    en: 'From each line of the facts to the pages with what it caused.',
  },
  pageCount: { vi: 'Số trang', en: 'Number of pages' },
  pages: { vi: 'Trang', en: 'Pages' },
  others: { vi: 'Luồng và phần chung', en: 'Flows and common parts' },
  dossierSteps: { vi: 'Các bước của hồ sơ cấp độ', en: 'Steps of the level dossier' },
  step: { vi: 'Bước', en: 'Step' },
  declaredOn: { vi: 'Ngày khai báo', en: 'Declared date' },
  noDate: { vi: 'chưa khai báo', en: 'not declared' },
  dossierRules: { vi: 'Quy tắc về thứ tự hồ sơ', en: 'Rules on the order of the dossier' },
  live: { vi: 'Kết quả từ hệ thống đang chạy', en: 'Results from running systems' },
  noLive: { vi: 'không có trong báo cáo này', en: 'none in this report' },
  operator: { vi: 'Đơn vị vận hành', en: 'Operator' },
  securityUnit: { vi: 'Đơn vị chuyên trách', en: 'Security unit' },
  levelBasis: { vi: 'Căn cứ cấp độ', en: 'Ground of the level' },
  zones: { vi: 'Vùng', en: 'Zones' },
  clusters: { vi: 'Cụm', en: 'Clusters' },
  cluster: { vi: 'Cụm', en: 'Cluster' },
  role: { vi: 'Vai trò', en: 'Role' },
  hosts: { vi: 'Máy chủ', en: 'Hosts' },
  homeOf: { vi: 'Hệ thống đặt tại đây', en: 'Systems placed here' },
  clause: { vi: 'Điều khoản', en: 'Clause' },
  clauseCount: { vi: 'Số điều khoản', en: 'Clauses' },
  instrument: { vi: 'Văn bản', en: 'Instrument' },
  status: { vi: 'Hiệu lực', en: 'Status' },
  crosswalk: { vi: 'Tiêu chuẩn tương ứng', en: 'Crosswalk to other standards' },
  answeredBy: { vi: 'Quy tắc trả lời', en: 'Rules that answer it' },
  noRuleAnswers: { vi: 'Không quy tắc nào trả lời.', en: 'No rule answers it.' },
  passesByOwner: { vi: 'Đạt, theo cơ quan', en: 'Passed, by agency' },
  platform: { vi: 'Nền tảng chung (không của cơ quan nào)', en: 'The common platform (of no agency)' },
  withCommunes: { vi: 'gồm các xã', en: 'with its communes' },
  against: { vi: 'Không đạt, không xác định, ngoại lệ hoặc hỏng', en: 'Failed, unknown, excepted or broken' },
  firstOfRule: {
    vi: 'Chỉ hiện những kết quả đầu tiên; tất cả đều nằm ở trang của từng đối tượng.',
    en: 'Only the first are shown; each stands on the page of its object.',
  },
  integrity: { vi: 'Tính toàn vẹn', en: 'Integrity' },
  lastDate: { vi: 'Ngày khai báo gần nhất', en: 'Latest declared date' },
  clausesToRecord: {
    vi: 'Điều khoản cần hồ sơ hoặc con người trả lời',
    en: 'Clauses that a dated record or people must answer',
  },
  recordHeld: { vi: 'Hồ sơ có trong báo cáo', en: 'Record held by the report' },
  recordNote: {
    vi: 'Hồ sơ là lời của người ký, có ngày tháng; quy tắc không kiểm chứng. Không có hồ sơ thì không kết luận là đạt.',
    en: 'A record is its signer’s word with a date; no rule verifies it. Without a record, nothing is said to hold.',
  },
  datedDutiesNote: {
    vi: 'Không quy tắc nào trả lời được; cần hồ sơ có chữ ký. Bảng nêu những nghĩa vụ có ngày hoặc có hồ sơ; tất cả nằm trong báo cáo JSON.',
    en: 'No rule can answer these; a signed record must. The table has those with a day or a record; the JSON report holds all.',
  },
  datedDuties: { vi: 'Nghĩa vụ có ngày hoặc có hồ sơ', en: 'Duties with a day or a record' },
  attention: { vi: 'Việc con người phải làm', en: 'What people must do' },
  nextDates: { vi: 'Những mốc sắp tới của pháp luật:', en: 'The next dates that the law sets:' },
  allDates: { vi: 'Mọi mốc thời gian', en: 'All dates' },
  validThrough: {
    vi: 'Kết luận dựa trên ngoại lệ còn hạn đến',
    en: 'The verdict rests on exceptions that hold through',
  },
  noExpiry: { vi: 'Kết luận không dựa trên ngoại lệ nào.', en: 'The verdict rests on no exception.' },
  exceptionExpiry: { vi: 'Thời hạn của ngoại lệ', en: 'Expiry of exceptions' },
  from: { vi: 'Từ ngày', en: 'From' },
  until: { vi: 'Đến hết ngày', en: 'Through' },
  reason: { vi: 'Lý do', en: 'Reason' },
  approver: { vi: 'Người phê duyệt', en: 'Approver' },
  dossierDates: { vi: 'Hồ sơ cấp độ theo ngày khai báo', en: 'Level dossiers by declared date' },
  figures: { vi: 'Mọi số liệu của trang này ở dạng JSON', en: 'Every number of this site as JSON' },
  reportFigures: {
    vi: 'Số liệu lấy từ báo cáo JSON, hoặc từ tệp này.',
    en: 'Numbers come from the JSON report, or from this file.',
  },
  everyKind: { vi: 'mọi loại', en: 'every kind' },
  filterKind: { vi: 'Lọc theo loại', en: 'Filter by kind' },
  filterDeclared: { vi: 'Lọc theo khai báo', en: 'Filter by declared' },
  filterVerified: { vi: 'Lọc theo kiểm chứng', en: 'Filter by verified' },
  nextPage: { vi: 'Trang sau', en: 'Next page' },
  previousPage: { vi: 'Trang trước', en: 'Previous page' },
  pageOf: { vi: 'trang', en: 'page' },
  pagesOfList: { vi: 'Các trang của danh sách', en: 'Pages of the list' },
  total: { vi: 'Tổng', en: 'Total' },
  object: { vi: 'đối tượng', en: 'object' },
} as const satisfies Record<string, Text>;

/** The kinds of agencies in words. */
export const tenantKindTexts: Readonly<Record<TenantKind, Text>> = {
  national: { vi: 'chủ quản nền tảng quốc gia', en: 'national platform owner' },
  ministry: { vi: 'bộ, cơ quan ngang bộ', en: 'ministry or equivalent' },
  province: { vi: 'tỉnh, thành phố', en: 'province or city' },
  commune: { vi: 'xã, phường, đặc khu', en: 'commune, ward or special zone' },
};

/** The kinds of agencies, from the nation down. */
export const tenantKinds = Object.keys(tenantKindTexts) as readonly TenantKind[];

/** What an agency declares; an arrow tells how far, never a tick. */
export const declaredTexts: Readonly<Record<DeclaredStatus, Text>> = {
  green: { vi: '↑ xanh', en: '↑ green' },
  yellow: { vi: '→ vàng', en: '→ yellow' },
  red: { vi: '↓ đỏ', en: '↓ red' },
  none: { vi: '– không có gì', en: '– nothing' },
};

/** What rules verified. */
export const verifiedTexts: Readonly<Record<VerifiedStatus, Text>> = {
  fails: { vi: '✘ không đạt', en: '✘ fails' },
  unknown: { vi: '? không xác định', en: '? unknown' },
  excepted: { vi: '◐ có ngoại lệ', en: '◐ excepted' },
  holds: { vi: '✔ đạt', en: '✔ holds' },
  none: { vi: '– chưa có gì', en: '– nothing yet' },
};

/** What can be judged, in words. */
export const subjectKindTexts: Readonly<Record<SubjectKind, Text>> = {
  object: { vi: 'đối tượng', en: 'object' },
  namespace: { vi: 'không gian tên', en: 'namespace' },
  system: { vi: 'hệ thống', en: 'system' },
  tenant: { vi: 'cơ quan', en: 'agency' },
  site: { vi: 'địa điểm', en: 'site' },
  cluster: { vi: 'cụm', en: 'cluster' },
  flow: { vi: 'luồng', en: 'flow' },
  file: { vi: 'tệp', en: 'file' },
  assembly: { vi: 'bộ tạo tác', en: 'assembly' },
  other: { vi: 'khác', en: 'other' },
};

/** The kinds of sites in words. */
export const siteKindTexts: Readonly<Record<Site['kind'], Text>> = {
  'national-data-center': { vi: 'trung tâm dữ liệu quốc gia', en: 'national data center' },
  leased: { vi: 'địa điểm thuê', en: 'leased site' },
  'tslcd-regional': { vi: 'trung tâm vùng TSLCD', en: 'regional TSLCD center' },
  'tslcd-backup': { vi: 'trung tâm dự phòng TSLCD', en: 'backup TSLCD center' },
  'tslcd-metro': { vi: 'nút đô thị TSLCD', en: 'metropolitan TSLCD node' },
  'tslcd-provincial': { vi: 'nút tỉnh TSLCD', en: 'provincial TSLCD node' },
};

/** What a cluster is for, in words. */
export const clusterRoleTexts: Readonly<Record<Cluster['role'], Text>> = {
  management: { vi: 'quản lý', en: 'management' },
  shared: { vi: 'đám mây dùng chung', en: 'shared cloud' },
  dedicated: { vi: 'riêng của một hệ thống cấp độ 5', en: 'dedicated to one level-5 system' },
};

/** Where an instrument stands, in words. */
export const instrumentStatusTexts: Readonly<Record<InstrumentStatus, Text>> = {
  'in-force': { vi: 'đang có hiệu lực', en: 'in force' },
  legacy: { vi: 'văn bản cũ, chỉ cho chuyển tiếp', en: 'legacy, for transition only' },
  draft: { vi: 'dự thảo', en: 'draft' },
  'not-read': { vi: 'có hiệu lực, chưa đọc được toàn văn', en: 'in force, text not read' },
};
