import type { Text } from '../../model/text';
import type { VerdictCounts } from '../../policies/evaluation';
import type { IntegrityKind } from '../../resources/assembly';
import type { ReportRule } from '../report';
import type { StateWord } from './state-words';

/** The verdicts of one evaluation, worst first. */
export const verdictOrder = [
  'error',
  'fail',
  'unknown',
  'skip',
  'pass',
] as const satisfies readonly (keyof VerdictCounts)[];

/** What the verdicts are called. */
export const verdictWords: Readonly<Record<keyof VerdictCounts, StateWord>> = {
  error: {
    sign: '⚠',
    vi: 'Quy tắc lỗi',
    en: 'Rule broke',
    meaning: { vi: 'Bản thân quy tắc bị lỗi khi chạy.', en: 'The rule itself broke.' },
  },
  fail: {
    sign: '✕',
    vi: 'Không đạt',
    en: 'Fail',
    meaning: { vi: 'Đối tượng không như yêu cầu.', en: 'The subject is not as required.' },
  },
  unknown: {
    sign: '?',
    vi: 'Chưa xác định',
    en: 'Unknown',
    meaning: { vi: 'Không kết luận được; không tính là đạt.', en: "Can't be told; never counts as pass." },
  },
  skip: {
    sign: '!',
    vi: 'Miễn trừ',
    en: 'Skip',
    meaning: { vi: 'Không đạt nhưng có miễn trừ còn hạn.', en: 'Not as required, excused by a valid exception.' },
  },
  pass: {
    sign: '✓',
    vi: 'Đạt',
    en: 'Pass',
    meaning: { vi: 'Đối tượng như yêu cầu.', en: 'The subject is as required.' },
  },
};

/** The verdict over the whole assembly. */
export const overallWords: Readonly<Record<'passed' | 'failed', StateWord>> = {
  passed: {
    sign: '✓',
    vi: 'Được triển khai',
    en: 'May be deployed',
    meaning: {
      vi: 'Không quy tắc nào chặn, không miễn trừ nào sai, và hiện vật đúng như bản kê. Điều này không có nghĩa là mọi quy định pháp luật đã được đáp ứng.',
      en: 'No rule blocks, no exception is at fault, and the artifacts are as their manifest says. It does not say that every law is met.',
    },
  },
  failed: {
    sign: '✕',
    vi: 'Không được triển khai',
    en: 'Must not be deployed',
    meaning: {
      vi: 'Có quy tắc chặn, miễn trừ sai, hoặc hiện vật khác bản kê.',
      en: 'A rule blocks, an exception is at fault, or the artifacts depart from their manifest.',
    },
  },
};

/** The force of a rule, in words. */
export const forceWords: Readonly<Record<ReportRule['force'], Text>> = {
  block: { vi: 'chặn', en: 'blocks' },
  warn: { vi: 'cảnh báo', en: 'warns' },
};

/** What it says of a rule that it had no subject. */
export const vacuityWords: Readonly<Record<ReportRule['vacuous'], Text>> = {
  no: { vi: 'có đối tượng', en: 'had subjects' },
  allowed: { vi: 'không có đối tượng, được phép', en: 'no subjects, allowed' },
  refused: { vi: 'không có đối tượng, không được phép', en: 'no subjects, not allowed' },
};

/** Departures from the manifest, in words. */
export const integrityWords: Readonly<Record<IntegrityKind, Text>> = {
  'digest-differs': { vi: 'tệp đã bị sửa', en: 'file was changed' },
  'manifest-digest-differs': { vi: 'bản kê đã bị sửa', en: 'manifest was changed' },
  'model-digest-differs': { vi: 'mô hình đã bị sửa', en: 'model was changed' },
  'missing-file': { vi: 'thiếu tệp', en: 'file is missing' },
  'unlisted-file': { vi: 'tệp ngoài bản kê', en: 'file is not listed' },
  'symbolic-link': { vi: 'liên kết tượng trưng', en: 'symbolic link' },
  'unreadable-file': { vi: 'không đọc được tệp', en: 'file can’t be read' },
  'unread-section': { vi: 'phần chưa được đọc', en: 'section was not read' },
  'missing-object': { vi: 'thiếu đối tượng', en: 'object is missing' },
  'unlisted-object': { vi: 'đối tượng ngoài bản kê', en: 'object is not listed' },
  'duplicate-object': { vi: 'đối tượng trùng', en: 'object stands twice' },
};
