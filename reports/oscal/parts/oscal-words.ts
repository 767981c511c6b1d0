import type { Text } from '../../../model/text';

/** Every fixed text of the OSCAL documents, in both languages; a missing language doesn't compile. */
export const oscalWords = {
  catalog: { vi: 'Danh mục điều khoản pháp luật và tiêu chuẩn', en: 'Catalog of the clauses of law and standards' },
  ownWords: {
    vi: 'Yêu cầu được diễn đạt bằng lời của chúng tôi, không trích nguyên văn. Thuộc tính mark cho biết nguồn được biết rõ đến đâu. Cần đối chiếu với bản chính thức.',
    en: 'Requirements are stated in our own words, never quoted. The property mark says how well the source is known. Compare with the official text.',
  },
  wholeProfile: { vi: 'Tất cả điều khoản', en: 'Every clause' },
  levelProfile: { vi: 'Điều khoản áp dụng cho hệ thống cấp độ', en: 'Clauses that bind systems of level' },
  components: { vi: 'Các quy tắc và điều khoản mà chúng trả lời', en: 'The rules and the clauses that they answer' },
  answers: {
    vi: 'Các điều khoản mà quy tắc này trả lời; kết quả ở tệp kết quả đánh giá.',
    en: 'The clauses that this rule answers; what it found is in the assessment results.',
  },
  answersClause: { vi: 'Quy tắc kiểm tra', en: 'The rule checks' },
  plan: { vi: 'Kế hoạch bảo đảm an ninh hệ thống', en: 'System security plan' },
  planNote: {
    vi: 'Kế hoạch này nêu điều được khai báo. Điều đã được chứng minh chỉ có ở tệp kết quả đánh giá.',
    en: 'This plan states what is declared. What is proved stands in the assessment results alone.',
  },
  thisSystem: {
    vi: 'Nền tảng dùng chung của các trung tâm dữ liệu quốc gia cùng các hệ thống thông tin trên đó.',
    en: 'The shared platform of the national data centers, with the information systems on it.',
  },
  boundary: {
    vi: 'Mọi đối tượng nêu trong bản kê của bộ tạo tác được đánh giá; mã băm của nó là thuộc tính assembly-digest.',
    en: 'Everything that the manifest of the judged assembly lists; its digest is the property assembly-digest.',
  },
  notStated: {
    vi: 'Dữ kiện không nêu một tình trạng chung cho toàn bộ; mỗi hệ thống có tình trạng hồ sơ riêng.',
    en: 'The facts state no status of the whole; each system has the state of its own dossier.',
  },
  dossierDeclared: {
    vi: 'Tình trạng hồ sơ do chủ quản khai báo, chưa được xác minh',
    en: 'State of the dossier as its owner declares it, not verified',
  },
  dataClass: {
    vi: 'Loại thông tin mà hệ thống được khai báo là có.',
    en: 'A class of data that a system is declared to hold.',
  },
  noDataClass: {
    vi: 'Không hệ thống nào khai báo loại thông tin',
    en: 'No system declares a class of data',
  },
  informationSystem: { vi: 'Hệ thống thông tin cấp độ', en: 'Information system of level' },
  site: { vi: 'Địa điểm', en: 'Site' },
  byRules: {
    vi: 'Quy tắc trả lời điều khoản này; kết quả ở tệp kết quả đánh giá.',
    en: 'Rules answer this clause; what they found is in the assessment results.',
  },
  requirements: {
    vi: 'Mỗi điều khoản cùng các quy tắc trả lời nó. Điều khoản không có quy tắc nào vẫn được nêu, kèm lý do.',
    en: 'Each clause with the rules that answer it. A clause that none answers is stated too, with the reason.',
  },
  assessmentPlan: { vi: 'Kế hoạch đánh giá', en: 'Assessment plan' },
  assessTask: { vi: 'Đánh giá mọi quy tắc trên bộ tạo tác', en: 'Apply every rule to the assembly' },
  platform: { vi: 'Bộ máy đánh giá quy tắc', en: 'What applies the rules' },
  tool: { vi: 'Chương trình đã áp dụng các quy tắc.', en: 'The program that applied the rules.' },
  usedTool: { vi: 'Công cụ đã tạo ra bộ tạo tác.', en: 'A tool that made the assembly.' },
  results: { vi: 'Kết quả đánh giá', en: 'Assessment results' },
  resultNote: {
    vi: '“satisfied” nghĩa là mọi quy tắc trả lời điều khoản và có đối tượng để đánh giá đều đạt; không có nghĩa là toàn bộ văn bản đã được đáp ứng. Điều khoản không được quy tắc nào trả lời chỉ có quan sát, không có kết luận.',
    en: '“satisfied” means that every rule that answers the clause and had something to judge passed; not that the law is met as a whole. A clause that no rule answered has an observation and no finding.',
  },
  asRequired: { vi: 'đối tượng đạt yêu cầu, trên tổng số', en: 'subjects are as required, of' },
  allEvaluations: {
    vi: 'Mọi lần đánh giá, kể cả đạt, dạng JSON chuẩn tắc',
    en: 'Every evaluation, passes too, as canonical JSON',
  },
  leftOut: {
    vi: 'Quá nhiều lần đánh giá không đạt để nêu từng lần ở đây; tất cả có trong tệp các lần đánh giá, và mọi số đếm vẫn tính đủ.',
    en: 'Too many evaluations are no pass to tell each here; all stand in the file of evaluations, and every count has them all.',
  },
  appliedToNothing: { vi: 'Quy tắc không áp dụng cho đối tượng nào', en: 'The rule applied to nothing' },
  nothingProved: { vi: 'nên không chứng minh được gì', en: 'so it proves nothing' },
  subject: { vi: 'Đối tượng được đánh giá', en: 'A subject that was judged' },
  nobodyObserved: {
    vi: 'Chưa ai quan sát: không quy tắc nào trả lời điều khoản này.',
    en: 'Nobody observed it: no rule answers this clause.',
  },
  onlySigned: {
    vi: 'Không quy tắc nào trả lời điều khoản này; hồ sơ đã ký về nó là các quan sát riêng.',
    en: 'No rule answers this clause; the signed records on it are observations of their own.',
  },
  signedWord: {
    vi: 'Lời của người ký, có ngày tháng, về một tài liệu; chỉ chữ ký được kiểm tra. Hồ sơ không làm cho điều khoản thành satisfied: điều được xác nhận không phải là điều đã chứng minh.',
    en: 'Its signer’s word with a date, on a document; only the signature is verified. It makes nothing satisfied: what is attested is not what is proved.',
  },
  recordDigest: {
    vi: 'Tài liệu mà hồ sơ nói đến; giá trị băm ở thuộc tính digest.',
    en: 'The document that the record speaks of; its digest is the property digest.',
  },
  signerRole: { vi: 'Vai trò của người ký hồ sơ', en: 'Role of a signer of records' },
  nothingToApply: {
    vi: 'Các quy tắc trả lời điều khoản này không có đối tượng nào để đánh giá.',
    en: 'The rules that answer this clause had nothing to judge.',
  },
  inPart: {
    vi: 'Các quy tắc đều đạt nhưng chỉ trả lời một phần; phần còn lại chưa được chứng minh.',
    en: 'The rules passed, and answer in part only; the rest is not proved.',
  },
  exceptedOnly: {
    vi: 'Chỉ còn phát hiện được miễn theo ngoại lệ đã duyệt; yêu cầu chưa được đáp ứng.',
    en: 'Only findings under approved exceptions stand against it; the requirement is not met.',
  },
  cannotTell: { vi: 'Không xác định được có đạt hay không.', en: 'It can’t be told whether it is met.' },
  waiver: { vi: 'Ngoại lệ', en: 'Exception' },
  reason: { vi: 'Lý do', en: 'Reason' },
  approvedBy: { vi: 'người duyệt', en: 'approved by' },
  reasonUnknown: { vi: 'không có trong mô hình', en: 'not in the model' },
  approver: { vi: 'Người duyệt ngoại lệ', en: 'Approver of an exception' },
  approverKind: {
    vi: 'Dữ kiện ghi tên dạng văn bản tự do; là người hay tổ chức thì không biết, nên ghi là tổ chức.',
    en: 'The facts give the name as free text; whether a person or an organization isn’t known, so it stands as an organization.',
  },
  owner: { vi: 'Chủ quản hệ thống', en: 'Owner of a system' },
  poam: { vi: 'Kế hoạch khắc phục', en: 'Plan of action and milestones' },
  poamNote: {
    vi: 'Gồm các phát hiện còn mở, các ngoại lệ và các phần chưa được chứng minh. Không có thời hạn nào được tự đặt ra.',
    en: 'Open findings, exceptions, and what is proved in part only. No deadline is made up.',
  },
  openWork: { vi: 'Việc còn phải làm', en: 'What is left to do' },
  mapping: { vi: 'Đối chiếu với các khung quốc tế', en: 'Crosswalk to international frameworks' },
  mappingNote: {
    vi: 'Đối chiếu theo chủ đề do người lập, không phải sự tương đương: hai bên chỉ giao nhau. Dấu mark cho biết mỗi khung được xác nhận đến đâu.',
    en: 'A crosswalk by topic, made by people, and no equivalence: the two sides overlap. The mark says how far each framework was confirmed.',
  },
  gateFault: { vi: 'Quy tắc không phải bộ đã được xem xét', en: 'The rules aren’t those that were reviewed' },
  integrityFault: { vi: 'Bộ tạo tác khác bản kê của nó', en: 'The assembly isn’t as its manifest says' },
  exceptionFault: { vi: 'Ngoại lệ không miễn được gì', en: 'An exception that excuses nothing' },
  source: { vi: 'Nguồn', en: 'Source' },
  noAddress: { vi: 'không có địa chỉ công khai', en: 'no public address' },
} as const satisfies Record<string, Text>;

/** How an evaluation ended that is no pass, in words. */
export const verdictWords = {
  fail: { vi: 'không đạt', en: 'fails' },
  unknown: { vi: 'không xác định', en: 'can’t be told' },
  error: { vi: 'quy tắc hỏng', en: 'the rule broke' },
  skip: { vi: 'được miễn theo ngoại lệ', en: 'excused by an exception' },
} as const satisfies Record<string, Text>;
