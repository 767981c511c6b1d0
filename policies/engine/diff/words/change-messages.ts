import type { Text } from '../../../../model/text';
import type { Aspect, RuleChangeKind, WitnessSide, Wording } from '../rule-change';

/** What each kind of change is called. */
export const kindWords: Readonly<Record<RuleChangeKind, Text>> = {
  added: { vi: 'thêm quy tắc', en: 'rule added' },
  removed: { vi: 'bỏ quy tắc', en: 'rule removed' },
  loosened: { vi: 'nới lỏng', en: 'loosened' },
  incomparable: { vi: 'vừa nới lỏng vừa siết chặt', en: 'loosened in one place and tightened in another' },
  'loosening-found': { vi: 'có chỗ nới lỏng', en: 'a loosening was found' },
  opaque: { vi: 'mã của quy tắc thay đổi', en: 'the code of the rule changed' },
  undecided: { vi: 'chưa kết luận được', en: 'undecided' },
  'tightening-found': { vi: 'có chỗ siết chặt', en: 'a tightening was found' },
  tightened: { vi: 'siết chặt', en: 'tightened' },
  equivalent: { vi: 'kết quả xét không đổi', en: 'judges as before' },
};

/** What each part of a rule is called; the condition speaks for itself. */
export const aspectWords: Readonly<Record<Aspect, Text>> = {
  rule: { vi: '', en: '' },
  condition: { vi: '', en: '' },
  kinds: { vi: 'loại đối tượng', en: 'kinds' },
  scope: { vi: 'phạm vi', en: 'scope' },
  force: { vi: 'hiệu lực', en: 'force' },
  'exempt-users': { vi: 'người được miễn', en: 'exempt users' },
  'copied-objects': { vi: 'bỏ qua bản sao khi tiếp nhận', en: 'copies left out at admission' },
  subresources: { vi: 'tài nguyên con', en: 'subresources' },
  requests: { vi: 'yêu cầu được xét', en: 'requests asked about' },
  live: { vi: 'bỏ qua đối tượng trên cụm', en: 'left out on clusters' },
  vacuity: { vi: 'được phép không có đối tượng nào', en: 'may apply to nothing' },
  code: { vi: 'mã', en: 'code' },
};

type Said = Readonly<Record<WitnessSide['verdict'], Text>>;

/** What a rule said of an object. */
export const saidBefore: Said = {
  pass: { vi: 'trước đây đạt', en: 'passed before' },
  fail: { vi: 'trước đây không đạt', en: 'failed before' },
  unknown: { vi: 'trước đây không xác định được', en: "couldn't be told before" },
  ignored: { vi: 'trước đây không thuộc diện xét', en: 'was left out before' },
  'not-judged': { vi: 'trước đây không được xét', en: 'was not judged before' },
};

/** What a rule says of an object. */
export const saysNow: Said = {
  pass: { vi: 'nay đạt', en: 'passes now' },
  fail: { vi: 'nay không đạt', en: 'fails now' },
  unknown: { vi: 'nay không xác định được', en: "can't be told now" },
  ignored: { vi: 'nay không thuộc diện xét', en: 'is left out now' },
  'not-judged': { vi: 'nay không được xét', en: 'is not judged now' },
};

/** What else follows where a rule warns and doesn't stop. */
export const onlyWarned: Text = { vi: 'chỉ bị cảnh báo', en: 'with a warning only' };

/** What each part that decides nothing is called. */
export const wordingWords: Readonly<Record<Wording, Text>> = {
  title: { vi: 'tên', en: 'title' },
  why: { vi: 'lý do', en: 'why' },
  fix: { vi: 'cách sửa', en: 'fix' },
  reasons: { vi: 'lý do miễn', en: 'reasons for leaving out' },
  names: { vi: 'tên nhóm đối tượng', en: 'names of what it is about' },
};

/** That no object moved, and how that is known. */
export const stillness = {
  loosening: {
    proved: {
      vi: 'Đã chứng minh: không đối tượng nào bị chặn trước đây mà nay được qua.',
      en: 'Proved: nothing that was stopped passes now.',
    },
    tried: (tried: number): Text => ({
      vi: `Không thấy chỗ nới lỏng trong ${tried} đối tượng; đó không phải là chứng minh.`,
      en: `No loosening found in ${tried} objects, which is no proof.`,
    }),
  },
  tightening: {
    proved: {
      vi: 'Đã chứng minh: không đối tượng nào được qua trước đây mà nay bị chặn.',
      en: 'Proved: nothing that passed is stopped now.',
    },
    tried: (tried: number): Text => ({
      vi: `Không thấy chỗ siết chặt trong ${tried} đối tượng; đó không phải là chứng minh.`,
      en: `No tightening found in ${tried} objects, which is no proof.`,
    }),
  },
} as const;
