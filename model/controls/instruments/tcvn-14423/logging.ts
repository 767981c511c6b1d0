import { byRule, records } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';
import { clauseByLevel, clauseOfFirst, everyPeriod, periods, sourcesOfLevels, tcvn14423 } from '../../tcvn-14423';

const protectedLogPlaces = {
  vi: 'mục 6.8.2.2, 6.8.2.3 (số mục của cấp độ 4)',
  en: 'clauses 6.8.2.2, 6.8.2.3 (numbers at level 4)',
};

/** TCVN 14423:2026: logs. */
export default defineInstrument({
  ...tcvn14423,
  controls: [
    ...clauseByLevel({
      clause: '8.2.1a',
      title: { vi: 'Thời gian lưu nhật ký', en: 'Log retention' },
      groups: [
        {
          levels: [2],
          requirement: { vi: 'Đủ năng lực lưu nhật ký ít nhất 1 tháng.', en: 'Logs can be kept for at least 1 month.' },
          parameters: { logRetentionDaysMin: 30 },
        },
        {
          levels: [3],
          requirement: {
            vi: 'Đủ năng lực lưu nhật ký ít nhất 3 tháng.',
            en: 'Logs can be kept for at least 3 months.',
          },
          parameters: { logRetentionDaysMin: 90 },
        },
        {
          levels: [4],
          requirement: {
            vi: 'Đủ năng lực lưu nhật ký ít nhất 6 tháng.',
            en: 'Logs can be kept for at least 6 months.',
          },
          parameters: { logRetentionDaysMin: 180 },
        },
        {
          levels: [5],
          requirement: {
            vi: 'Đủ năng lực lưu nhật ký ít nhất 12 tháng.',
            en: 'Logs can be kept for at least 12 months.',
          },
          parameters: { logRetentionDaysMin: 365 },
        },
      ],
      crosswalk: crosswalks.auditLog,
      automation: byRule,
    }),
    ...clauseByLevel({
      clause: '8.2.1a',
      topic: 'types',
      title: { vi: 'Loại nhật ký', en: 'Kinds of logs' },
      groups: [
        {
          levels: [1],
          requirement: { vi: 'Ghi ba loại nhật ký cơ bản.', en: 'Three basic kinds of logs are kept.' },
          parameters: { logKindsMin: 3 },
        },
        {
          levels: [2],
          requirement: {
            vi: 'Ghi nhật ký truy cập, ứng dụng và cảnh báo an ninh.',
            en: 'Access, application and security-alert logs are kept.',
          },
        },
        {
          levels: [3],
          requirement: {
            vi: 'Ghi nhật ký truy cập, ứng dụng, cảnh báo an ninh và tiến trình.',
            en: 'Access, application, security-alert and process logs are kept.',
          },
        },
        {
          levels: [4, 5],
          requirement: {
            vi: 'Ghi thêm nhật ký truy cập dữ liệu, trên mọi tài sản.',
            en: 'Data access is logged as well, on every asset.',
          },
        },
      ],
      crosswalk: crosswalks.auditLog,
      automation: byRule,
    }),
    ...clauseByLevel({
      clause: '8.2.1a',
      topic: 'fields',
      title: { vi: 'Nội dung bản ghi nhật ký', en: 'Fields of a log record' },
      groups: [
        {
          levels: [2],
          requirement: {
            vi: 'Bản ghi có nguồn, đích, tài khoản, thời gian, hành động.',
            en: 'A record has source, destination, account, time and action.',
          },
        },
        {
          levels: [3],
          requirement: {
            vi: 'Bản ghi có thêm địa chỉ MAC và cây tiến trình.',
            en: 'A record has the MAC address and the process tree as well.',
          },
        },
        {
          levels: [4, 5],
          requirement: {
            vi: 'Bản ghi có thêm thao tác trên dữ liệu và thay đổi cấu hình.',
            en: 'A record has the operation on data and the change of configuration as well.',
          },
        },
      ],
      crosswalk: crosswalks.auditLog,
      automation: byRule,
    }),
    ...clauseByLevel({
      clause: '8.2.1a',
      topic: 'time',
      title: { vi: 'Đồng bộ thời gian', en: 'Time synchronization' },
      requirement: {
        vi: 'Thời gian của hệ thống được đồng bộ (NTP).',
        en: 'The clocks of the system are synchronized (NTP).',
      },
      groups: [{ levels: [1, 2, 3, 4, 5] }],
      crosswalk: crosswalks.auditLog,
      automation: byRule,
    }),
    {
      id: 'tcvn-14423-5.8.2.1a-central',
      clause: clauseOfFirst('5.8.2.1 a'),
      title: { vi: 'Lưu nhật ký tập trung, SIEM', en: 'Central log store, SIEM' },
      requirement: {
        vi: 'Nhật ký được gửi về hệ thống lưu trữ, phân tích tập trung (SIEM); từ cấp độ 4, mọi đối tượng đều gửi.',
        en: 'Logs go to a central store with analysis (SIEM); from level 4 every object sends them.',
      },
      levels: [3, 4, 5],
      sourceKeys: sourcesOfLevels([3, 4, 5]),
      crosswalk: crosswalks.monitoring,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-5.8.2.1a-capacity',
      clause: clauseOfFirst('5.8.2.1 a'),
      title: { vi: 'Cảnh báo đầy dung lượng nhật ký', en: 'Alarm on log capacity' },
      requirement: {
        vi: 'Có cảnh báo khi dung lượng lưu nhật ký sắp hết.',
        en: 'An alarm tells when the room for logs runs out.',
      },
      levels: [3, 4, 5],
      sourceKeys: sourcesOfLevels([3, 4, 5]),
      crosswalk: crosswalks.auditLog,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-6.8.2.2-immutable',
      clause: protectedLogPlaces,
      title: { vi: 'Nhật ký không thể sửa', en: 'Immutable logs' },
      requirement: {
        vi: 'Nhật ký được lưu ở dạng không thể sửa, xóa.',
        en: 'Logs are stored so that nobody can change or delete them.',
      },
      levels: [4, 5],
      sourceKeys: sourcesOfLevels([4, 5]),
      crosswalk: crosswalks.auditLog,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-6.8.2.2-zone',
      clause: protectedLogPlaces,
      title: { vi: 'Nhật ký lưu ở vùng khác', en: 'Logs in another zone' },
      requirement: {
        vi: 'Nhật ký được lưu ở vùng mạng khác với vùng của nguồn.',
        en: 'Logs are stored in a zone other than that of their source.',
      },
      levels: [4, 5],
      sourceKeys: sourcesOfLevels([4, 5]),
      crosswalk: crosswalks.auditLog,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-6.8.2.2-encrypted',
      clause: protectedLogPlaces,
      title: { vi: 'Mã hóa nhật ký quan trọng', en: 'Encrypted important logs' },
      requirement: { vi: 'Nhật ký quan trọng được mã hóa.', en: 'Important logs are encrypted.' },
      levels: [4, 5],
      sourceKeys: sourcesOfLevels([4, 5]),
      crosswalk: crosswalks.auditLog,
      automation: records.centralLogStore,
    },
    {
      id: 'tcvn-14423-6.8.2.2-provider',
      clause: protectedLogPlaces,
      title: { vi: 'Thu thập nhật ký của nhà cung cấp', en: 'Logs of providers collected' },
      requirement: {
        vi: 'Thu thập cả nhật ký của nhà cung cấp dịch vụ.',
        en: 'Logs of service providers are collected as well.',
      },
      levels: [4, 5],
      sourceKeys: sourcesOfLevels([4, 5]),
      crosswalk: crosswalks.supplier,
      automation: byRule,
    },
    ...clauseByLevel({
      clause: '8.2.1a',
      topic: 'review',
      title: { vi: 'Rà soát nhật ký', en: 'Review of logs' },
      groups: everyPeriod('logReviewDaysMax', { vi: 'Rà soát nhật ký', en: 'Logs are reviewed' }, [
        [periods.year, [1, 2]],
        [periods.halfYear, [3]],
        [periods.month, [4, 5]],
      ]),
      crosswalk: crosswalks.auditLog,
      automation: records.review,
    }),
  ],
});
