import { byRule, records } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';
import { clauseByLevel, clauseOfFirst, everyPeriod, periods, sourcesOfLevels, tcvn14423 } from '../../tcvn-14423';

/** TCVN 14423:2026: identity and access. */
export default defineInstrument({
  ...tcvn14423,
  controls: [
    {
      id: 'tcvn-14423-3.6.2.4-mfa',
      clause: clauseOfFirst('3.6.2.4'),
      title: { vi: 'Xác thực đa yếu tố', en: 'Multi-factor authentication' },
      requirement: {
        vi: 'Truy cập từ bên ngoài, từ Internet, của bên thứ ba và của tài khoản quản trị phải xác thực đa yếu tố.',
        en: 'Access from outside, from the Internet, by third parties and by administrator accounts needs several factors.',
      },
      levels: [1, 2, 3, 4, 5],
      sourceKeys: sourcesOfLevels([1, 2, 3, 4, 5]),
      crosswalk: crosswalks.authentication,
      automation: byRule,
    },
    ...clauseByLevel({
      clause: '6.2.4',
      title: { vi: 'Đặc quyền tối thiểu và tách nhiệm vụ', en: 'Least privilege and separation of duties' },
      requirement: {
        vi: 'Quyền được cấp tối thiểu theo vai trò, có tách nhiệm vụ, và được mô tả bằng văn bản cho từng vai trò.',
        en: 'Rights follow roles with least privilege and separation of duties, documented role by role.',
      },
      groups: [{ levels: [1, 2, 3, 4, 5] }],
      crosswalk: crosswalks.rbac,
      automation: byRule,
    }),
    {
      id: 'tcvn-14423-5.6.2.3-central',
      clause: clauseOfFirst('5.6.2.3'),
      title: { vi: 'Quản lý tài khoản tập trung', en: 'Central account management' },
      requirement: {
        vi: 'Tài khoản được quản lý tập trung; không dùng tài khoản cục bộ riêng lẻ.',
        en: 'Accounts are managed centrally rather than locally one by one.',
      },
      levels: [3, 4, 5],
      sourceKeys: sourcesOfLevels([3, 4, 5]),
      crosswalk: crosswalks.authentication,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-6.6.2.3-privileged',
      clause: clauseOfFirst('6.6.2.3'),
      title: { vi: 'Quản lý tài khoản đặc quyền', en: 'Privileged access management' },
      requirement: {
        vi: 'Tài khoản đặc quyền được quản lý bằng giải pháp chuyên dụng (PAM).',
        en: 'A dedicated solution (PAM) manages privileged accounts.',
      },
      levels: [4, 5],
      sourceKeys: sourcesOfLevels([4, 5]),
      crosswalk: crosswalks.rbac,
      automation: byRule,
    },
    ...clauseByLevel({
      clause: '6.2.2b',
      title: { vi: 'Đổi mật khẩu quản trị', en: 'Change of administrator passwords' },
      groups: [
        {
          levels: [1, 2],
          requirement: {
            vi: 'Đổi mật khẩu quản trị ít nhất hai tháng một lần.',
            en: 'Administrator passwords change at least every two months.',
          },
          parameters: { passwordAgeDaysMax: 60 },
        },
        {
          levels: [3, 4, 5],
          requirement: {
            vi: 'Đổi mật khẩu quản trị ít nhất hai tháng một lần; không trùng 10 mật khẩu gần nhất.',
            en: 'Administrator passwords change at least every two months and differ from the last 10.',
          },
          parameters: { passwordAgeDaysMax: 60, passwordHistoryMin: 10 },
        },
      ],
      crosswalk: crosswalks.authentication,
      automation: records.identitySettings,
    }),
    ...clauseByLevel({
      clause: '6.2.2b',
      topic: 'length',
      title: { vi: 'Độ dài mật khẩu (khuyến nghị)', en: 'Password length (suggested)' },
      requirement: {
        vi: 'Khuyến nghị ít nhất 8 ký tự khi có xác thực đa yếu tố; ít nhất 14 ký tự đủ bốn nhóm khi không có.',
        en: 'Suggested: at least 8 characters with multi-factor authentication, at least 14 from four classes without.',
      },
      groups: [{ levels: [1, 2, 3, 4, 5] }],
      parameters: { passwordLengthWithMfaMin: 8, passwordLengthMin: 14, passwordClassesMin: 4 },
      crosswalk: crosswalks.authentication,
      automation: records.identitySettings,
    }),
    ...clauseByLevel({
      clause: '6.2.3',
      topic: 'inactive',
      title: { vi: 'Khóa tài khoản không hoạt động', en: 'Inactive accounts disabled' },
      requirement: {
        vi: 'Vô hiệu hóa tài khoản không hoạt động trong 45 ngày.',
        en: 'Accounts without activity for 45 days are disabled.',
      },
      groups: [{ levels: [1, 2, 3, 4, 5] }],
      parameters: { inactiveAccountDaysMax: 45 },
      crosswalk: crosswalks.rbac,
      automation: records.identitySettings,
    }),
    ...clauseByLevel({
      clause: '6.2.1d',
      title: { vi: 'Rà soát danh sách tài khoản', en: 'Review of the account list' },
      groups: everyPeriod(
        'accountReviewDaysMax',
        { vi: 'Rà soát danh sách tài khoản', en: 'The account list is reviewed' },
        [
          [periods.year, [1, 2]],
          [periods.halfYear, [3]],
          [periods.quarter, [4]],
          [periods.month, [5]],
        ],
      ),
      crosswalk: crosswalks.rbac,
      automation: records.review,
    }),
    ...clauseByLevel({
      clause: '4.2.1',
      title: { vi: 'Rà soát quyền truy cập dữ liệu', en: 'Review of data permissions' },
      groups: everyPeriod(
        'dataPermissionReviewDaysMax',
        { vi: 'Rà soát quyền truy cập dữ liệu', en: 'Permissions on data are reviewed' },
        [
          [periods.year, [1, 2]],
          [periods.halfYear, [3]],
          [periods.quarter, [4]],
          [periods.month, [5]],
        ],
      ),
      crosswalk: crosswalks.rbac,
      automation: records.review,
    }),
    ...clauseByLevel({
      clause: '5.2.2a',
      topic: 'session',
      title: { vi: 'Khóa phiên và khóa đăng nhập (khuyến nghị)', en: 'Session lock and lockout (suggested)' },
      groups: [
        {
          levels: [1],
          requirement: {
            vi: 'Khuyến nghị khóa phiên người dùng sau 15 phút, quản trị sau 5 phút; khóa đăng nhập thiết bị sau 10 lần sai.',
            en: 'Suggested: sessions lock after 15 minutes (users) and 5 minutes (administrators); devices lock after 10 failed logins.',
          },
          parameters: { sessionLockUserMinutesMax: 15, sessionLockAdminMinutesMax: 5, deviceLockoutFailuresMax: 10 },
        },
        {
          levels: [2, 3, 4, 5],
          requirement: {
            vi: 'Khuyến nghị như cấp độ 1; ứng dụng nhạy cảm khóa phiên sau 15 phút và khóa đăng nhập sau 5 lần sai.',
            en: 'Suggested: as at level 1; sensitive applications lock after 15 minutes and after 5 failed logins.',
          },
          parameters: {
            sessionLockUserMinutesMax: 15,
            sessionLockAdminMinutesMax: 5,
            sessionLockSensitiveMinutesMax: 15,
            deviceLockoutFailuresMax: 10,
            lockoutFailuresSensitiveMax: 5,
          },
        },
      ],
      crosswalk: crosswalks.authentication,
      automation: records.identitySettings,
    }),
    {
      id: 'tcvn-14423-6.5.2.2b',
      clause: '6.5.2.2 b',
      title: { vi: 'Quy trình mở khóa khẩn cấp', en: 'Break-glass unlock' },
      requirement: {
        vi: 'Có quy trình mở khóa tài khoản trong tình huống khẩn cấp.',
        en: 'A procedure to unlock in an emergency exists.',
      },
      levels: [4],
      sourceKeys: sourcesOfLevels([4]),
      crosswalk: crosswalks.rbac,
      automation: byRule,
    },
  ],
});
