import type { Text } from '../../../model/text';
import type { TenantKind } from '../../../model/tenancy/tenant';
import type { StatedFinding } from '../../../review/findings/finding-changes';

/** Every fixed text about a review, in both languages; a missing language doesn't compile. */
export const reviewMessages = {
  title: { vi: 'Xem xét thay đổi', en: 'Review of a change' },
  toSign: { vi: 'Mã băm để ký', en: 'Digest to sign' },
  toSignNote: {
    vi: 'Chữ ký có giá trị cho đúng mã băm này, tức đúng nội dung của trang này, và không cho gì khác.',
    en: 'A signature holds for exactly this digest, that is, for exactly what this page says, and for nothing else.',
  },
  base: { vi: 'Trước', en: 'Base' },
  head: { vi: 'Sau', en: 'Head' },
  rulesOf: { vi: 'Bộ quy tắc', en: 'Rules' },
  rulesDiffer: {
    vi: 'Có quy tắc thay đổi; phát hiện của cả hai bên đều do các quy tắc hiện nay đưa ra.',
    en: 'Rules differ; the findings of both sides are those of the rules of now.',
  },
  noBase: {
    vi: 'chưa triển khai gì: không có gì để so sánh',
    en: 'nothing was deployed: there is nothing to compare with',
  },
  authors: { vi: 'Người thay đổi', en: 'Authors' },
  noAuthors: { vi: 'không ghi nhận ai', en: 'nobody is on record' },
  notThemselves: { vi: 'không ai trong số này được phê duyệt', en: 'nobody of them may approve it' },
  whoSigns: { vi: 'Ai phải ký, và vì sao', en: 'Who must sign, and why' },
  signer: { vi: 'Ai ký', en: 'Who signs' },
  noNeed: { vi: 'không cần ai ký', en: 'nobody must sign' },
  nobodySigns: { vi: '✔ Không ai phải ký', en: '✔ Nobody must sign' },
  noRisks: { vi: 'Không tìm thấy rủi ro nào.', en: 'No risk was found.' },
  noChange: { vi: 'Không có gì khác.', en: 'Nothing differs.' },
  reach: { vi: 'Phạm vi ảnh hưởng', en: 'What it reaches' },
  sites: { vi: 'địa điểm', en: 'sites' },
  oneSite: { vi: 'địa điểm', en: 'site' },
  clusters: { vi: 'cụm', en: 'clusters' },
  oneCluster: { vi: 'cụm', en: 'cluster' },
  tenants: { vi: 'cơ quan', en: 'tenants' },
  oneTenant: { vi: 'cơ quan', en: 'tenant' },
  systems: { vi: 'hệ thống', en: 'systems' },
  oneSystem: { vi: 'hệ thống', en: 'system' },
  people: {
    vi: 'lượt người có dữ liệu trong các hệ thống này (theo khai báo, tính riêng cho từng hệ thống)',
    en: 'people whose data these systems hold, as declared, counted anew in each system',
  },
  platformObjects: {
    vi: 'đối tượng của nền tảng, phục vụ mọi cơ quan trong cụm',
    en: 'objects of the platform, which serves every tenant of its cluster',
  },
  changes: { vi: 'Những gì khác', en: 'What differs' },
  nothingIn: { vi: 'Không có gì khác ở', en: 'Nothing differs in' },
  rowsShown: { vi: 'dòng hiển thị', en: 'rows shown' },
  objectsOf: { vi: 'đối tượng', en: 'objects' },
  shown: { vi: 'hiển thị', en: 'shown' },
  of: { vi: 'trên', en: 'of' },
  jsonHasAll: { vi: 'tệp JSON có tất cả', en: 'the JSON has all' },
  rest: {
    vi: 'Xem tất cả: --format html (có tìm kiếm và lọc) hoặc --format json.',
    en: 'All of it: --format html (with search and filters) or --format json.',
  },
  cut: {
    vi: 'Trang này được cắt ngắn cho vừa một yêu cầu hợp nhất; trang HTML và tệp JSON có tất cả.',
    en: 'This page is cut to fit a merge request; the HTML page and the JSON have all.',
  },
  contents: { vi: 'Mục lục', en: 'Contents' },
  unfold: { vi: 'Mở tất cả', en: 'Unfold all' },
  fold: { vi: 'Gấp tất cả', en: 'Fold all' },
  more: { vi: 'Thêm dòng', en: 'More rows' },
  needsScript: {
    vi: 'Không có JavaScript của trang, mỗi phần chỉ hiện các dòng đầu; tệp JSON có tất cả.',
    en: 'Without the script of the page each part shows its first rows alone; the JSON has all.',
  },
  allOfClass: { vi: 'Xem tất cả trong bảng', en: 'See all in the table' },
  machineWords: {
    vi: 'Bằng chứng, đường dẫn và giá trị được ghi nguyên văn, bằng tiếng Anh.',
    en: 'Witnesses, paths and values stand as the program writes them.',
  },
  search: { vi: 'Tìm và lọc', en: 'Search and filter' },
  filterTenant: { vi: 'Lọc theo cơ quan', en: 'Filter by tenant' },
  everyTenant: { vi: 'mọi cơ quan', en: 'every tenant' },
  noTenant: { vi: '(không thuộc riêng cơ quan nào)', en: '(of no tenant alone)' },
  filterZone: { vi: 'Lọc theo vùng', en: 'Filter by zone' },
  everyZone: { vi: 'mọi vùng', en: 'every zone' },
  noZone: { vi: '(không thuộc vùng nào)', en: '(of no zone)' },
  filterClass: { vi: 'Lọc theo loại rủi ro', en: 'Filter by class of risk' },
  everyClass: { vi: 'mọi loại rủi ro', en: 'every class of risk' },
  filterKind: { vi: 'Lọc theo kiểu thay đổi', en: 'Filter by kind of change' },
  everyKind: { vi: 'mọi kiểu', en: 'every kind' },
  filterNote: {
    vi: 'Lọc theo loại rủi ro giữ lại rủi ro và mọi dòng có thể gây ra rủi ro đó.',
    en: 'A class of risk keeps its risks and every row that may be their cause.',
  },
  none: { vi: '(không có)', en: '(none)' },
  kind: { vi: 'Kiểu', en: 'Kind' },
  risks: { vi: 'Rủi ro', en: 'Risks' },
  riskClass: { vi: 'Loại rủi ro', en: 'Class of risk' },
  what: { vi: 'Điều gì', en: 'What' },
  tenantNames: { vi: 'Cơ quan', en: 'Tenants' },
  systemCount: { vi: 'Số hệ thống', en: 'Systems' },
  witness: { vi: 'Bằng chứng', en: 'Witness' },
  count: { vi: 'Số lượng', en: 'Number' },
  facts: { vi: 'Khai báo', en: 'Facts' },
  fact: { vi: 'Khai báo', en: 'Fact' },
  at: { vi: 'Chỗ', en: 'At' },
  change: { vi: 'Trước → sau', en: 'Before → after' },
  source: { vi: 'Tệp và dòng', en: 'File and line' },
  findings: { vi: 'Phát hiện', en: 'Findings' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  subject: { vi: 'Đối tượng', en: 'Subject' },
  verdict: { vi: 'Kết luận', en: 'Verdict' },
  got: { vi: 'Có', en: 'Got' },
  want: { vi: 'Cần', en: 'Want' },
  paths: { vi: 'Đường kết nối', en: 'Paths' },
  cluster: { vi: 'Cụm', en: 'Cluster' },
  from: { vi: 'Từ', en: 'From' },
  to: { vi: 'Đến', en: 'To' },
  traffic: { vi: 'Cổng', en: 'Ports' },
  because: { vi: 'Vì sao', en: 'Why' },
  quotas: { vi: 'Hạn mức', en: 'Quotas' },
  object: { vi: 'Đối tượng', en: 'Object' },
  resource: { vi: 'Loại', en: 'Resource' },
  recovery: { vi: 'Sao lưu và phục hồi', en: 'Backup and recovery' },
  declaration: { vi: 'Khai báo', en: 'Declaration' },
  promise: { vi: 'Cam kết', en: 'Promise' },
  waivers: { vi: 'Ngoại lệ', en: 'Waivers' },
  waiver: { vi: 'Ngoại lệ', en: 'Waiver' },
  value: { vi: 'Giá trị được miễn', en: 'Value excused' },
  period: { vi: 'Thời hạn', en: 'Period' },
  objects: { vi: 'Đối tượng', en: 'Objects' },
  place: { vi: 'Nơi', en: 'Place' },
  between: { vi: 'Giữa', en: 'Between' },
  owner: { vi: 'Chủ quản', en: 'Owner' },
  differsAt: { vi: 'Khác ở', en: 'Differs at' },
  rules: { vi: 'Quy tắc', en: 'Rules' },
  rights: { vi: 'Quyền', en: 'Rights' },
  escalations: { vi: 'Leo thang đặc quyền', en: 'Escalations' },
  looser: { vi: 'Nay được bỏ qua', en: 'Passes now' },
  stricter: { vi: 'Nay bị chặn', en: 'Fails now' },
  role: { vi: 'Vai trò', en: 'Role' },
  requests: { vi: 'Yêu cầu', en: 'Requests' },
  scope: { vi: 'Phạm vi', en: 'Scope' },
  subjects: { vi: 'Số chủ thể', en: 'Subjects' },
  example: { vi: 'Ví dụ', en: 'Example' },
  goal: { vi: 'Đích', en: 'Goal' },
  steps: { vi: 'Các bước', en: 'Steps' },
} as const satisfies Record<string, Text>;

/** Kinds of tenants in words, one and many. */
export const tenantKindTexts: Readonly<Record<TenantKind | 'unknown', { readonly one: Text; readonly many: Text }>> = {
  national: {
    one: { vi: 'cơ quan quốc gia', en: 'national owner' },
    many: { vi: 'cơ quan quốc gia', en: 'national owners' },
  },
  ministry: { one: { vi: 'bộ, ngành', en: 'ministry' }, many: { vi: 'bộ, ngành', en: 'ministries' } },
  province: { one: { vi: 'tỉnh, thành phố', en: 'province' }, many: { vi: 'tỉnh, thành phố', en: 'provinces' } },
  commune: { one: { vi: 'xã, phường', en: 'commune' }, many: { vi: 'xã, phường', en: 'communes' } },
  unknown: {
    one: { vi: 'cơ quan không rõ', en: 'unknown tenant' },
    many: { vi: 'cơ quan không rõ', en: 'unknown tenants' },
  },
};

/** What rules say, in words. */
export const verdictTexts: Readonly<Record<StatedFinding['verdict'], Text>> = {
  fail: { vi: '✘ không đạt', en: '✘ fails' },
  unknown: { vi: '? không xác định', en: '? unknown' },
  error: { vi: '! quy tắc hỏng', en: '! rule broke' },
  skip: { vi: '◐ được miễn', en: '◐ excused' },
};

/** What a finding does, in words. */
export const forceTexts: Readonly<Record<StatedFinding['force'], Text>> = {
  block: { vi: 'chặn', en: 'blocks' },
  warn: { vi: 'cảnh báo', en: 'warns' },
};

/** How many people must at least sign. */
export function signersText(people: number): Text {
  if (people === 0) return reviewMessages.nobodySigns;
  return people === 1
    ? { vi: '▲ Phải có ít nhất 1 người ký', en: '▲ At least 1 person must sign' }
    : { vi: `▲ Phải có ít nhất ${people} người ký`, en: `▲ At least ${people} people must sign` };
}

/** How many people a class of risk asks for; their roles follow. */
export function needText(signatures: number): Text {
  return signatures === 1
    ? { vi: '1 người, vai trò trong số', en: '1 person in a role of' }
    : { vi: `${signatures} người, vai trò khác nhau, trong số`, en: `${signatures} people in different roles of` };
}

/** A number as each language writes it. */
export function amountText(value: number): Text {
  return { vi: new Intl.NumberFormat('vi-VN').format(value), en: new Intl.NumberFormat('en-US').format(value) };
}
