import type { Text } from '../text';

/** Who can tell whether a control is met: a rule over artifacts, a dated record, or people alone. */
export type Automation =
  | { readonly kind: 'rule' }
  | { readonly kind: 'evidence'; readonly why: Text }
  | { readonly kind: 'procedure'; readonly why: Text };

/** A rule reads the answer from what is written. */
export const byRule: Automation = { kind: 'rule' };

/** Only a dated record shows it; `what` names the record in both languages. */
export function byEvidence(what: Text): Automation {
  return {
    kind: 'evidence',
    why: {
      vi: `Tệp cấu hình không cho biết việc đã làm hay chưa; cần hồ sơ có ngày: ${what.vi}.`,
      en: `The artifacts can't show that it was done; it needs a dated record: ${what.en}.`,
    },
  };
}

/** Only people can do and judge it; `why` says what a machine can't see. */
export function byProcedure(why: Text): Automation {
  return { kind: 'procedure', why };
}

/** Records that several controls ask for. */
export const records = {
  review: byEvidence({ vi: 'biên bản rà soát', en: 'the minutes of the review' }),
  scan: byEvidence({ vi: 'kết quả dò quét', en: 'the result of the scan' }),
  restoreTest: byEvidence({ vi: 'biên bản khôi phục thử', en: 'the record of the restore test' }),
  penetrationTest: byEvidence({ vi: 'báo cáo kiểm thử xâm nhập', en: 'the report of the penetration test' }),
  exercise: byEvidence({ vi: 'biên bản diễn tập', en: 'the record of the exercise' }),
  facility: byEvidence({ vi: 'hồ sơ khảo sát phòng máy', en: 'the survey of the server room' }),
  contract: byEvidence({ vi: 'hợp đồng đã ký', en: 'the signed contract' }),
  approval: byEvidence({ vi: 'văn bản thẩm định, phê duyệt', en: 'the appraisal or approval document' }),
  report: byEvidence({ vi: 'văn bản báo cáo đã gửi', en: 'the report as sent' }),
} as const satisfies Readonly<Record<string, Automation>>;
