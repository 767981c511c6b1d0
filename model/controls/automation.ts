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

/** A goal of the state that no artifact of the platform shows. */
export const stateGoal: Automation = byProcedure({
  vi: 'Mục tiêu do cơ quan nhà nước thực hiện; tệp cấu hình không thể hiện.',
  en: 'State bodies carry it out; no artifact of the platform shows it.',
});

/** A clause whose number and topic alone are known. */
export const topicOnly: Automation = byProcedure({
  vi: 'Chưa đọc được nội dung của mục nên quy tắc cùng chủ đề chỉ trả lời một phần; cần đối chiếu với bản chính thức.',
  en: 'Its content was not read, so rules on the topic answer in part; the official text must be compared.',
});

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
  identitySettings: byEvidence({
    vi: 'thiết lập mật khẩu, khóa phiên, khóa tài khoản của hệ thống định danh quốc gia',
    en: 'the settings for passwords, sessions and accounts of the national identity provider',
  }),
  remoteAccess: byEvidence({
    vi: 'cấu hình VPN và máy chủ bước đệm ở biên mạng chuyên dùng',
    en: 'the configuration of VPN and jump host at the edge of the dedicated network',
  }),
  edgeDevices: byEvidence({
    vi: 'danh mục và cấu hình thiết bị bảo vệ biên của địa điểm',
    en: 'the inventory and configuration of the edge protection devices of the site',
  }),
  endpointProtection: byEvidence({
    vi: 'báo cáo độ phủ của phần mềm chống mã độc, EDR trên máy chủ',
    en: 'the coverage report of anti-malware and EDR on servers',
  }),
  signatures: byEvidence({
    vi: 'chứng thư và nhật ký ký số của ứng dụng, do cơ quan có thẩm quyền cấp',
    en: 'certificates and signing logs of the applications, issued by the competent authority',
  }),
  centralLogStore: byEvidence({
    vi: 'cấu hình mã hóa của kho nhật ký tập trung',
    en: 'the encryption settings of the central log store',
  }),
  billOfMaterials: byEvidence({
    vi: 'danh mục thành phần phần mềm kèm rủi ro, có ngày',
    en: 'the bill of materials with its risks',
  }),
  mailDomain: byEvidence({
    vi: 'bản ghi DMARC của miền thư',
    en: 'the DMARC record of the mail domain',
  }),
  incidentRecord: byEvidence({
    vi: 'quy trình và biên bản báo cáo sự cố có giờ',
    en: 'the procedure and timed records of incident reports',
  }),
  customerRegister: byEvidence({
    vi: 'sổ đăng ký khách hàng của bên cung cấp dịch vụ',
    en: 'the customer register of the provider',
  }),
  portalStatus: byEvidence({
    vi: 'báo cáo tích hợp, dữ liệu mở và chế độ báo cáo của các cơ quan',
    en: 'the reports of agencies on portals, open data and report regimes',
  }),
  serviceQuality: byEvidence({
    vi: 'số liệu đo chất lượng dịch vụ công theo thời gian thực',
    en: 'the real-time measurements of public services',
  }),
  operationsCenter: byEvidence({
    vi: 'hồ sơ hoạt động của trung tâm điều hành mạng chuyên dùng',
    en: 'the operating record of the operations centers of the dedicated network',
  }),
  cloudAcceptance: byEvidence({
    vi: 'biên bản nghiệm thu đám mây của Trung tâm Dữ liệu quốc gia theo khu chức năng',
    en: 'the acceptance record of the National Data Center’s cloud, zone by zone',
  }),
  energySource: byEvidence({
    vi: 'hợp đồng, chứng nhận nguồn điện của trung tâm',
    en: 'the power contract and certificate of the center',
  }),
  report: byEvidence({ vi: 'văn bản báo cáo đã gửi', en: 'the report as sent' }),
} as const satisfies Readonly<Record<string, Automation>>;
