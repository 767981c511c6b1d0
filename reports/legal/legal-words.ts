import type { Text } from '../../model/text';
import type { System } from '../../model/tenancy/system';
import type { Tenant } from '../../model/tenancy/tenant';
import type { DossierState } from '../../model/tenancy/dossier';
import type { PlanState } from './legal-report';

/** Texts of the legal report in the terms of Decree 331/2026; a missing language doesn't compile. */
export const legalWords = {
  title: {
    vi: 'Báo cáo kết quả công tác bảo đảm an ninh mạng hệ thống thông tin',
    en: 'Report on the cybersecurity of information systems',
  },
  form: { vi: 'Mẫu số 08, Điều 36 Nghị định 331/2026/NĐ-CP', en: 'Form 08, Article 36 of Decree 331/2026/NĐ-CP' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  periodFrom: { vi: 'Số liệu từ ngày (khoản 3 Điều 35)', en: 'Data from (Art. 35.3)' },
  periodThrough: { vi: 'Số liệu đến ngày (khoản 3 Điều 35)', en: 'Data through (Art. 35.3)' },
  toOwner: {
    vi: 'Đơn vị vận hành, đơn vị chuyên trách gửi chủ quản trước ngày (khoản 4 Điều 35)',
    en: 'Operator and dedicated unit send it to the owner before (Art. 35.4)',
  },
  toMinistry: {
    vi: 'Chủ quản gửi Bộ Công an trước ngày (khoản 4 Điều 35)',
    en: 'The owner sends it to the Ministry of Public Security before (Art. 35.4)',
  },
  judgedOn: { vi: 'Ngày đánh giá', en: 'Judged on' },
  verdict: { vi: 'Kết luận của cổng kiểm soát', en: 'Verdict of the gate' },
  assemblyDigest: { vi: 'Mã băm của bộ tạo tác', en: 'Digest of the assembly' },
  evaluationsDigest: { vi: 'Mã băm của các lần đánh giá', en: 'Digest of the evaluations' },
  howKnown: {
    vi: 'Mỗi nội dung nói rõ được biết từ đâu. ✔: quy tắc đã chứng minh trên bộ tạo tác. ▤: chủ quản khai báo trong dữ kiện, không ai kiểm chứng. ○ hoặc “không có trong mô hình”: chưa biết, và không được tính là đạt.',
    en: 'Each content says how it is known. ✔: rules proved it on the assembly. ▤: the owner declared it in the facts, and nothing verified it. ○ or “not in the model”: not known, and never counted as met.',
  },
  wording: {
    vi: 'Các mục theo đúng thứ tự của Điều 36; nội dung từng điều khoản được diễn đạt lại, không trích nguyên văn. Cột “Nguồn” cho biết điều khoản được biết rõ đến đâu.',
    en: 'The headings stand in the order of Article 36; clauses are told in our own words. The column “Source” says how well a clause is known.',
  },
  declared: { vi: '▤ khai báo', en: '▤ declared' },
  signedWord: { vi: '✎ hồ sơ đã ký', en: '✎ by signed record' },
  noInspection: { vi: '○ không có hồ sơ trong kỳ', en: '○ no record in the window' },
  inspectedOn: { vi: 'Ngày kiểm tra', en: 'Inspected on' },
  inspectedBy: { vi: 'Đơn vị kiểm tra', en: 'By' },
  independent: { vi: 'Độc lập với đơn vị vận hành', en: 'Independent of the operator' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  document: { vi: 'Tài liệu', en: 'Document' },
  notKnown: { vi: '○ không có trong mô hình', en: '○ not in the model' },
  none: { vi: 'không', en: 'none' },
  yes: { vi: 'có', en: 'yes' },
  content: { vi: 'Nội dung', en: 'Content' },
  number: { vi: 'Số lượng', en: 'Number' },
  howItIsKnown: { vi: 'Biết từ đâu', en: 'How it is known' },
  name: { vi: 'Tên', en: 'Name' },
  index: { vi: 'STT', en: 'No.' },
  system: { vi: 'Tên hệ thống thông tin', en: 'Information system' },
  owner: { vi: 'Chủ quản hệ thống thông tin', en: 'Owner' },
  operator: { vi: 'Đơn vị vận hành', en: 'Operator' },
  securityUnit: { vi: 'Đơn vị chuyên trách về an ninh mạng', en: 'Dedicated security unit' },
  level: { vi: 'Cấp độ đề xuất', en: 'Proposed level' },
  levelBasis: { vi: 'Căn cứ đề xuất cấp độ', en: 'Ground of the level' },
  type: { vi: 'Loại hệ thống', en: 'Type' },
  approval: { vi: 'Tình trạng phê duyệt cấp độ', en: 'State of approval' },
  decision: { vi: 'Quyết định phê duyệt cấp độ', en: 'Decision of approval' },
  regulation: { vi: 'Quy chế bảo đảm an ninh mạng', en: 'Security regulation' },
  expectedApproval: { vi: 'Dự kiến thời điểm phê duyệt', en: 'Approval expected' },
  plan: { vi: 'Triển khai phương án bảo đảm an ninh mạng', en: 'Implementation of the plan' },
  expectedPlan: { vi: 'Dự kiến thời điểm triển khai đầy đủ', en: 'Implementation expected' },
  inspected: { vi: 'Kiểm tra, đánh giá an ninh mạng', en: 'Inspected' },
  kind: { vi: 'Loại cơ quan', en: 'Kind of agency' },
  officialCode: { vi: 'Mã chính thức', en: 'Official code' },
  mandate: { vi: 'Quy định chức năng, nhiệm vụ, quyền hạn', en: 'Functions, tasks and powers' },
  representative: { vi: 'Người đại diện, chức vụ', en: 'Representative and position' },
  address: { vi: 'Địa chỉ, điện thoại, thư điện tử', en: 'Address, telephone, e-mail' },
  systems: { vi: 'Số hệ thống', en: 'Systems' },
  ground: { vi: 'Căn cứ', en: 'Ground' },
  approvedOn: { vi: 'Ngày phê duyệt', en: 'Approved on' },
  appraisedOn: { vi: 'Ngày thẩm định', en: 'Appraised on' },
  planCarriedOutOn: { vi: 'Ngày triển khai đầy đủ phương án', en: 'Plan carried out on' },
  readyOn: { vi: 'Ngày đánh giá điều kiện', en: 'Assessed ready on' },
  operatingSince: { vi: 'Vận hành từ', en: 'In operation since' },
  issuedOn: { vi: 'Ngày ban hành', en: 'Issued on' },
  decisionNumber: { vi: 'Số quyết định, cơ quan ban hành', en: 'Number and issuing agency' },
  order: { vi: 'Trình tự (quy tắc kiểm tra)', en: 'Order (checked by rules)' },
  orderHolds: { vi: '✔ đúng trình tự', en: '✔ in order' },
  orderFails: { vi: '✘ sai trình tự', en: '✘ out of order' },
  orderUnknown: { vi: '○ chưa kiểm tra', en: '○ not checked' },
  proved: { vi: '✔ Quy tắc chứng minh', en: '✔ Proved by rules' },
  inPart: { vi: '◔ Chứng minh một phần', en: '◔ Proved in part' },
  against: { vi: '✘ ? ◐ Quy tắc phản đối', en: '✘ ? ◐ Against' },
  onRecords: { vi: '▤ ☰ Chỉ có hồ sơ hoặc con người trả lời', en: '▤ ☰ On records or people' },
  uncovered: { vi: '○ Chưa có quy tắc', en: '○ No rule' },
  notApplicable: { vi: '– Không áp dụng', en: '– Not applicable' },
  all: { vi: 'Tổng số yêu cầu', en: 'Requirements' },
  citation: { vi: 'Điều khoản', en: 'Clause' },
  requirement: { vi: 'Tiêu chí, yêu cầu', en: 'Criterion, requirement' },
  mark: { vi: 'Nguồn', en: 'Source' },
  states: { vi: 'Trạng thái và hệ thống', en: 'State and systems' },
  met: { vi: 'Đã đáp ứng (chứng minh)', en: 'Met (proved)' },
  unmet: { vi: 'Chưa đáp ứng', en: 'Not met' },
  unsaid: { vi: 'Chưa biết (khai báo hoặc chưa kiểm tra)', en: 'Not known (declared, or not checked)' },
  roadmap: { vi: 'Lộ trình hoàn thiện các yêu cầu chưa đáp ứng', en: 'Roadmap of the unmet requirements' },
  state: { vi: 'Trạng thái', en: 'State' },
  rules: { vi: 'Quy tắc không đạt', en: 'Rules that don’t pass' },
  todo: { vi: 'Việc phải làm', en: 'What to do' },
  deadline: { vi: 'Hạn của pháp luật', en: 'Date of the law' },
  date: { vi: 'Ngày', en: 'Date' },
  left: { vi: 'Còn lại', en: 'Left' },
  moreRows: {
    vi: 'Còn nữa, xem báo cáo của từng chủ quản; số dòng không hiện ở đây:',
    en: 'There are more in the reports of the owners; rows not shown here:',
  },
  ofSystems: { vi: 'hệ thống', en: 'systems' },
  notTold: { vi: 'Điều mà quy tắc không nói được', en: 'What rules can’t tell' },
  language: { vi: 'Ngôn ngữ khác', en: 'Other language' },
  allOwners: { vi: 'Mọi chủ quản', en: 'All owners' },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  ofTheNation: { vi: 'Báo cáo toàn quốc', en: 'Report of the nation' },
} as const satisfies Record<string, Text>;

/** How far a plan is implemented, in the words of form 08 with how that is known; each with a sign of its own. */
export const planTexts: Readonly<Record<PlanState, Text>> = {
  'full-proved': {
    vi: '✔ Đã triển khai đầy đủ, quy tắc chứng minh toàn bộ',
    en: '✔ Fully implemented, all of it proved by rules',
  },
  'full-declared': {
    vi: '▤ Đã triển khai đầy đủ theo khai báo, chưa được kiểm chứng toàn bộ',
    en: '▤ Fully implemented as declared, not wholly verified',
  },
  part: { vi: '◔ Đã triển khai một số hạng mục', en: '◔ Partly implemented' },
  none: { vi: '✘ Chưa triển khai', en: '✘ Not implemented' },
};

/** The state of approval in the four words of form 08, column 6. */
export const approvalTexts: Readonly<Record<DossierState, Text>> = {
  draft: { vi: '▤ Đang dự thảo', en: '▤ Being drafted' },
  submitted: { vi: '▤ Đã gửi thẩm định', en: '▤ Sent for appraisal' },
  appraised: { vi: '▤ Đã thẩm định', en: '▤ Appraised' },
  approved: { vi: '▤ Đã được phê duyệt', en: '▤ Approved' },
  ready: { vi: '▤ Đã được phê duyệt', en: '▤ Approved' },
  operating: { vi: '▤ Đã được phê duyệt', en: '▤ Approved' },
};

/** Types of information systems (Decree 331/2026 Art. 9.2). */
export const systemTypeTexts: Readonly<Record<System['type'], Text>> = {
  internal: { vi: 'phục vụ hoạt động nội bộ', en: 'internal' },
  'citizen-service': { vi: 'phục vụ người dân, doanh nghiệp', en: 'serves citizens and businesses' },
  infrastructure: { vi: 'hạ tầng thông tin', en: 'information infrastructure' },
  'industrial-control': { vi: 'điều khiển công nghiệp', en: 'industrial control' },
  other: { vi: 'khác', en: 'other' },
};

/** Kinds of agencies in words. */
export const tenantKindTexts: Readonly<Record<Tenant['kind'], Text>> = {
  national: { vi: 'cơ quan trung ương', en: 'national agency' },
  ministry: { vi: 'bộ, cơ quan ngang bộ', en: 'ministry' },
  province: { vi: 'tỉnh, thành phố', en: 'province' },
  commune: { vi: 'xã, phường, đặc khu', en: 'commune' },
};
