import type { Text } from '../../../model/text';
import type { Point } from '../../../policies/engine/points/points';
import type { VerdictCounts } from '../../../policies/evaluation';
import type { EvidenceKind } from '../evidence-link';
import type { FactRole } from '../fact-index';
import type { SubjectKind } from '../trace-subject';
import type { GroupKind, TraceStart } from '../trace-start';

/** Verdicts in words, each with a sign of its own so that color is never needed. */
export const verdictTexts: Readonly<Record<keyof VerdictCounts, Text>> = {
  error: { vi: '‼ quy tắc hỏng', en: '‼ rule broke' },
  fail: { vi: '✘ không đạt', en: '✘ fail' },
  unknown: { vi: '? không xác định', en: '? unknown' },
  skip: { vi: '◐ ngoại lệ', en: '◐ excepted' },
  pass: { vi: '✔ đạt', en: '✔ pass' },
};

/** The sign of a verdict alone. */
export const verdictSigns: Readonly<Record<keyof VerdictCounts, string>> = {
  error: '‼',
  fail: '✘',
  unknown: '?',
  skip: '◐',
  pass: '✔',
};

/** Where rules act, in words. */
export const pointTexts: Readonly<Record<Point, Text>> = {
  synth: { vi: 'tổng hợp', en: 'synth' },
  plan: { vi: 'kế hoạch', en: 'plan' },
  admission: { vi: 'tiếp nhận', en: 'admission' },
  live: { vi: 'đang chạy', en: 'live' },
};

/** How a fact leads to something, in words. */
export const roleTexts: Readonly<Record<FactRole, Text>> = {
  cause: { vi: 'từ dữ kiện', en: 'from' },
  namespace: { vi: 'không gian tên', en: 'namespace' },
  flow: { vi: 'luồng', en: 'flow' },
  exchange: { vi: 'trao đổi', en: 'exchange' },
  exception: { vi: 'ngoại lệ', en: 'exception' },
  system: { vi: 'hệ thống', en: 'system' },
  tenant: { vi: 'cơ quan', en: 'tenant' },
  site: { vi: 'địa điểm', en: 'site' },
};

/** What evidence is, in words. */
export const evidenceTexts: Readonly<Record<EvidenceKind, Text>> = {
  assembly: { vi: 'bộ tạo tác', en: 'assembly' },
  rules: { vi: 'bộ quy tắc', en: 'rules' },
  evaluations: { vi: 'lần đánh giá', en: 'evaluations' },
  certificate: { vi: 'chứng nhận', en: 'certificate' },
  review: { vi: 'bản xét duyệt', en: 'review' },
  file: { vi: 'tệp', en: 'file' },
};

/** What a start is, in words. */
export const startTexts: Readonly<Record<TraceStart['kind'] | GroupKind | SubjectKind, Text>> = {
  instrument: { vi: 'văn bản', en: 'instrument' },
  clause: { vi: 'điều khoản', en: 'clause' },
  control: { vi: 'kiểm soát', en: 'control' },
  rule: { vi: 'quy tắc', en: 'rule' },
  subject: { vi: 'đối tượng', en: 'object' },
  object: { vi: 'đối tượng', en: 'object' },
  group: { vi: 'nhóm', en: 'group' },
  source: { vi: 'dữ kiện', en: 'fact' },
  evidence: { vi: 'bằng chứng', en: 'evidence' },
  namespace: { vi: 'không gian tên', en: 'namespace' },
  system: { vi: 'hệ thống', en: 'system' },
  tenant: { vi: 'cơ quan', en: 'tenant' },
  site: { vi: 'địa điểm', en: 'site' },
  cluster: { vi: 'cụm', en: 'cluster' },
  flow: { vi: 'luồng', en: 'flow' },
  file: { vi: 'tệp', en: 'file' },
  assembly: { vi: 'bộ tạo tác', en: 'assembly' },
  other: { vi: 'đối tượng khác', en: 'other' },
};

/** Every other fixed text of a trace. */
export const traceWords = {
  source: { vi: 'nguồn', en: 'source' },
  levels: { vi: 'cấp độ', en: 'levels' },
  level: { vi: 'cấp độ', en: 'level' },
  zone: { vi: 'vùng', en: 'zone' },
  built: { vi: 'dựng tại', en: 'built' },
  stands: { vi: 'nằm ở', en: 'written' },
  actsAt: { vi: 'có hiệu lực tại', en: 'acts at' },
  notAt: { vi: 'không tại', en: 'not at' },
  noRule: { vi: 'không có quy tắc nào trả lời', en: 'no rule answers it' },
  nothingJudged: { vi: 'không đánh giá gì', en: 'judged nothing' },
  mustJudge: { vi: 'lẽ ra phải có đối tượng để đánh giá', en: 'it had to judge something' },
  notJudged: { vi: 'không quy tắc nào đánh giá', en: 'no rule judged it' },
  leadsNowhere: {
    vi: 'không dẫn đến đối tượng nào: nó chỉ định hình những gì dữ kiện khác tạo ra',
    en: 'leads to no object by itself: it only shapes what other facts make',
  },
  partOf: { vi: 'là một phần của', en: 'is a part of' },
  judgedBy: { vi: 'được đánh giá bởi', en: 'judged by' },
  answersFor: { vi: 'trả lời cho', en: 'answers for' },
  behind: { vi: 'dữ kiện phía sau', en: 'facts behind' },
  evidence: { vi: 'bằng chứng', en: 'evidence' },
  signatures: { vi: 'chữ ký', en: 'signatures' },
  noBundle: {
    vi: 'chưa có gói bằng chứng nào được nêu nên không lần được chữ ký',
    en: 'no bundle was given, so no signature is traced',
  },
  noSignature: {
    vi: 'trong gói không có chữ ký nào trên bằng chứng này',
    en: 'the bundle holds no signature over this evidence',
  },
  notInBundle: { vi: 'không có trong gói', en: 'not in the bundle' },
  inBundle: { vi: 'có trong gói', en: 'in the bundle' },
  namedInBundle: { vi: 'được nêu trong gói', en: 'named in the bundle' },
  notNamedInBundle: { vi: 'không được nêu trong gói', en: 'not named in the bundle' },
  signedBy: { vi: 'ký bởi', en: 'signed by' },
  noCertificate: {
    vi: 'không có chứng nhận nào của lần đánh giá này bên cạnh bộ tạo tác (chạy ndc gate)',
    en: 'no certificate of this judgement stands beside the assembly (run ndc gate)',
  },
  more: { vi: 'nữa (--limit)', en: 'more (--limit)' },
  judged: { vi: 'đánh giá ngày', en: 'judged on' },
  excusedBy: { vi: 'được miễn bởi', en: 'excused by' },
  made: { vi: 'tạo từ đây', en: 'made from it' },
  of: { vi: 'thuộc', en: 'of' },
  got: { vi: 'có', en: 'got' },
  want: { vi: 'cần', en: 'want' },
} as const satisfies Readonly<Record<string, Text>>;
