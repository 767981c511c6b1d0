import type { Text } from '../../model/text';

/** Every fixed text on records and duties, in both languages; a missing language doesn't compile. */
export const dueWords = {
  attestations: { vi: 'Hồ sơ đã ký', en: 'Signed records' },
  attestationNote: {
    vi: 'Chữ ký của mỗi hồ sơ đúng theo danh sách người ký; nội dung là lời của người ký.',
    en: 'The signature of each record holds by the list of signers; what it says is the signer’s word.',
  },
  noRecord: { vi: '▤ chưa có hồ sơ', en: '▤ no record' },
  doneOn: { vi: 'Ngày thực hiện', en: 'Done on' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  open: { vi: 'Việc còn mở', en: 'What is open' },
  attestedBy: { vi: 'Đơn vị thực hiện, vai trò ký', en: 'Unit, role of the signature' },
  attestedDocument: { vi: 'Tài liệu và mã băm', en: 'Document and digest' },
  rhythm: { vi: 'Chu kỳ', en: 'How often' },
  openDuties: { vi: 'Nghĩa vụ quá hạn hoặc chưa đạt', en: 'Duties overdue or not met' },
  noOpenDuties: { vi: 'Không có nghĩa vụ nào quá hạn hay chưa đạt.', en: 'No duty is overdue or not met.' },
  firstDuties: {
    vi: 'Chỉ hiện những nghĩa vụ đầu tiên; tất cả nằm trong báo cáo JSON.',
    en: 'Only the first are shown; the JSON report holds all.',
  },
  noDate: { vi: 'chưa có ngày', en: 'no day' },
  record: { vi: 'Hồ sơ', en: 'Record' },
  unit: { vi: 'Đơn vị thực hiện', en: 'Unit' },
  independent: { vi: 'Độc lập với đơn vị vận hành', en: 'Independent of the operator' },
  yes: { vi: 'có, theo người ký', en: 'yes, by the signer’s word' },
  no: { vi: 'không', en: 'no' },
  document: { vi: 'Tài liệu', en: 'Document' },
  digest: { vi: 'Mã băm', en: 'Digest' },
  signer: { vi: 'Người ký', en: 'Signer' },
  role: { vi: 'Vai trò ký', en: 'Role of the signature' },
  key: { vi: 'Dấu vân tay của khóa', en: 'Fingerprint of the key' },
  signedAt: { vi: 'Thời điểm ký', en: 'Signed at' },
  counts: { vi: 'Giá trị của hồ sơ', en: 'How far it counts' },
  duty: { vi: 'Mã nghĩa vụ', en: 'Id of the duty' },
  clauseId: { vi: 'Mã điều khoản', en: 'Id of the clause' },
  kind: { vi: 'Loại đối tượng', en: 'Kind of subject' },
  half: { vi: 'Phần', en: 'Half' },
  lastRecord: { vi: 'Hồ sơ gần nhất', en: 'Last record' },
  metRecord: { vi: 'Hồ sơ đạt gần nhất', en: 'Last record that was met' },
  duties: { vi: 'Nghĩa vụ cần hồ sơ', en: 'Duties that ask for a record' },
  dutiesNote: {
    vi: 'Không quy tắc nào cho biết những việc này đã làm hay chưa; chỉ có hồ sơ do người ký. Chu kỳ mà pháp luật và dữ kiện không ấn định thì không được tự đặt ra.',
    en: 'No rule can tell whether these were done; only what people sign. Where neither law nor facts fix a period, none is made up.',
  },
  allDuties: { vi: 'nghĩa vụ', en: 'duties' },
  dueSoon: { vi: '● đến hạn trong 30 ngày', en: '● due within 30 days' },
  toActOn: {
    vi: 'Quá hạn, chưa đạt, hoặc đến hạn trong 30 ngày',
    en: 'Overdue, not met, or due within 30 days',
  },
  noneToActOn: {
    vi: 'Không có nghĩa vụ nào quá hạn, chưa đạt hay đến hạn trong 30 ngày.',
    en: 'No duty is overdue, not met or due within 30 days.',
  },
  moreDuties: {
    vi: 'nghĩa vụ nữa trong csv/vi/duties.csv',
    en: 'more duties in csv/en/duties.csv',
  },
  dutiesByClause: { vi: 'Mọi nghĩa vụ, theo điều khoản', en: 'Every duty, by clause' },
  byClauseNote: {
    vi: 'Từng nghĩa vụ nằm trong csv/vi/duties.csv và trong báo cáo JSON.',
    en: 'Each duty stands in csv/en/duties.csv and in the JSON report.',
  },
  moreRecords: {
    vi: 'hồ sơ nữa trong csv/vi/attestations.csv',
    en: 'more records in csv/en/attestations.csv',
  },
  filterDuty: { vi: 'Lọc theo tình trạng', en: 'Filter by standing' },
} as const satisfies Record<string, Text>;

/** The words of the list that `ndc due` prints. */
export const dueListWords = {
  due: { vi: 'thời hạn', en: 'due' },
  clause: { vi: 'điều khoản', en: 'clause' },
  record: { vi: 'hồ sơ', en: 'record' },
  owner: { vi: 'chủ quản', en: 'owner' },
  none: { vi: 'chưa có', en: 'none' },
  ofNobody: { vi: 'không có', en: 'none' },
  met: { vi: 'đạt', en: 'met' },
  notMet: { vi: 'chưa đạt', en: 'not met' },
  neverHead: {
    vi: 'chưa từng được xác nhận, và không văn bản nào nêu thời hạn:',
    en: 'never attested, and nothing says by when:',
  },
  subjectsElsewhere: {
    vi: 'từng đối tượng: --format csv hoặc json',
    en: 'each subject: --format csv or json',
  },
  or: { vi: 'hoặc', en: 'or' },
} as const satisfies Record<string, Text>;
