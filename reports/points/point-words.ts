import type { Text } from '../../model/text';
import type { DepartedObject, PointState, Standing, UnseenCause } from './live-report';

/** Fixed texts of what clusters say; a missing language doesn't compile. */
export const pointWords = {
  title: { vi: 'Quy tắc ở nơi bộ tạo tác đang chạy', en: 'The rules where the assembly runs' },
  note: {
    vi: 'Bốn điểm: bộ tạo tác như được ghi, kế hoạch, máy chủ API khi tiếp nhận, và đối tượng đang chạy. Điểm không trả lời được không bao giờ được tính là đạt. Trạng thái điều khoản là của bộ tạo tác; kết quả đang chạy đứng bên cạnh.',
    en: 'Four points: the assembly as written, the plan, API servers at admission, and the objects that run. A point that can’t tell never counts as passed. The states of clauses are those of the assembly; what runs stands beside.',
  },
  asked: { vi: 'Các cụm được hỏi', en: 'Clusters asked' },
  askedOn: { vi: 'Ngày hỏi', en: 'Asked on' },
  unreached: { vi: 'Cụm không trả lời', en: 'Clusters that gave no answer' },
  leftOut: { vi: 'Cụm không được hỏi', en: 'Clusters not asked' },
  compared: { vi: 'đối tượng được so sánh', en: 'objects compared' },
  equal: { vi: 'đúng như bộ tạo tác', en: 'stand as the assembly says' },
  departed: { vi: 'Đối tượng khác với bộ tạo tác', en: 'Objects that depart from the assembly' },
  departedCount: { vi: 'khác với bộ tạo tác', en: 'depart from the assembly' },
  onlyAsWritten: {
    vi: '✘ Đạt trên văn bản, không đúng ở nơi đang chạy',
    en: '✘ Passes as written, doesn’t hold where it runs',
  },
  noneOnlyAsWritten: {
    vi: 'Không có quy tắc nào đạt trên văn bản mà không đúng ở nơi đang chạy.',
    en: 'No rule passes as written and is found not to hold where it runs.',
  },
  untold: { vi: '? Đạt trên văn bản, các cụm không cho biết', en: '? Passes as written, clusters can’t tell' },
  clauseFails: { vi: '✘ Không đúng ở nơi đang chạy', en: '✘ Doesn’t hold where it runs' },
  clauseUnknown: { vi: '? Các cụm không cho biết', en: '? Clusters can’t tell' },
  findings: { vi: 'Phát hiện ở nơi đang chạy', en: 'Findings where it runs' },
  point: { vi: 'Điểm', en: 'Point' },
  why: { vi: 'Vì sao', en: 'Why' },
  fields: { vi: 'Trường', en: 'Fields' },
  moreObjects: { vi: 'đối tượng nữa trong tệp JSON', en: 'more objects in the JSON file' },
  unseen: { vi: 'không được thấy ở điểm này', en: 'not seen by this point' },
  examples: { vi: 'Đối tượng mẫu vi phạm', en: 'Examples that break the rule' },
  refused: { vi: 'bị chính sách của quy tắc từ chối', en: 'refused by a policy of the rule' },
  refusedByOther: { vi: 'bị từ chối bởi thứ khác', en: 'refused by something else' },
  untried: { vi: 'không thử được', en: 'could not be tried' },
  letIn: { vi: 'được nhận sai', en: 'wrongly let in' },
  filterPoint: { vi: 'Lọc theo trạng thái', en: 'Filter by state' },
} as const satisfies Record<string, Text>;

/** States at points in words, each with a sign of its own so that color is never alone. */
export const pointStateTexts: Readonly<Record<PointState, Text>> = {
  fails: { vi: '✘ không đạt', en: '✘ fails' },
  unknown: { vi: '? không xác định', en: '? unknown' },
  excepted: { vi: '◐ có ngoại lệ', en: '◐ excepted' },
  holds: { vi: '✔ đạt', en: '✔ holds' },
  'not-applicable': { vi: '– không áp dụng', en: '– not applicable' },
  silent: { vi: '· không xét ở điểm này', en: '· silent here' },
  'not-asked': { vi: '○ không được hỏi', en: '○ not asked' },
};

/** Why objects weren't seen, in words. */
export const unseenTexts: Readonly<Record<UnseenCause, Text>> = {
  unreached: { vi: 'cụm không trả lời', en: 'the cluster gave no answer' },
  untold: { vi: 'không đọc được', en: 'could not be read' },
  missing: { vi: 'không có ở cụm', en: 'missing in the cluster' },
  awaits: { vi: 'chờ thứ khác có trước', en: 'can’t be tried before something else stands' },
  refused: { vi: 'máy chủ không nhận', en: 'the server would not take it' },
  'no-definition': { vi: 'cụm không có định nghĩa của loại', en: 'its kind has no definition there' },
  pulled: { vi: 'cụm tự kéo về', en: 'the cluster pulls it by itself' },
  elsewhere: { vi: 'công cụ khác mang đến', en: 'another tool brings it' },
};

/** How a rule stands at an API server, in words. */
export const standingTexts: Readonly<Record<Standing, Text>> = {
  enforced: { vi: '✔ được áp dụng', en: '✔ enforced' },
  departed: { vi: '✘ khác với bộ tạo tác', en: '✘ departed' },
  absent: { vi: '✘ không có', en: '✘ absent' },
  unknown: { vi: '? không xác định', en: '? unknown' },
};

/** How an object departs, in words. */
export const departureTexts: Readonly<Record<DepartedObject['kind'], Text>> = {
  different: { vi: 'khác', en: 'different' },
  missing: { vi: 'không có', en: 'missing' },
  'kind-missing': { vi: 'cụm không biết loại này', en: 'the cluster doesn’t know its kind' },
  untold: { vi: 'không đọc được', en: 'could not be read' },
};

/** Why points say less than they seem to. */
export const pointReasons = {
  unreached: {
    vi: 'Có cụm không trả lời, mà quy tắc này xét tất cả cùng lúc.',
    en: 'A cluster gave no answer, and this rule looks at all of them together.',
  },
  unseen: {
    vi: 'Điểm này không thấy hết những gì quy tắc phải xét.',
    en: 'This point didn’t see all that the rule is about.',
  },
  besideFiles: {
    vi: 'Quy tắc xét cả những cụm không được hỏi, theo bộ tạo tác như được ghi.',
    en: 'It also rests on clusters that nobody asked, as the assembly has them.',
  },
  nothing: {
    vi: 'Quy tắc phải áp dụng cho thứ gì đó, mà ở đây không có gì.',
    en: 'It has to apply to something, and nothing is there.',
  },
  notCarried: {
    vi: 'Không chính sách nào của máy chủ API mang quy tắc này.',
    en: 'No policy of the API server carries this rule.',
  },
  broken: { vi: 'Quy tắc hỏng khi đánh giá.', en: 'The rule broke while it judged.' },
  noAccount: {
    vi: 'Tệp kubeconfig không có tài khoản khẩn cấp để thử.',
    en: 'The kubeconfig has no emergency account to try them as.',
  },
  letPass: {
    vi: 'Quy tắc không hỏi tài khoản khẩn cấp, mà chỉ tài khoản đó được dùng để thử.',
    en: 'The rule lets the emergency account pass, and nobody else is there to try them as.',
  },
  noPlace: {
    vi: 'Ở cụm này không có không gian tên nào mà đối tượng mẫu vi phạm quy tắc.',
    en: 'This cluster has no namespace in which an example would break the rule.',
  },
  noCluster: { vi: 'Không cụm nào trả lời.', en: 'No cluster answered.' },
} as const satisfies Record<string, Text>;
