import { byProcedure, byRule } from '../../automation';
import { defineInstrument } from '../../define-instrument';

/** Decision 20/2025: thresholds of important and core data. */
export default defineInstrument({
  id: 'qd20',
  officialName: {
    vi: 'Quyết định về danh mục dữ liệu cốt lõi, dữ liệu quan trọng',
    en: 'Decision on the list of core and important data',
  },
  number: '20/2025/QĐ-TTg',
  status: 'in-force',
  style: 'article',
  effectiveFrom: '2025-07-01',
  sourceKey: 'MHM',
  mark: 'secondary',
  controls: [
    {
      id: 'qd20-important-basic',
      clause: { vi: 'ngưỡng dữ liệu quan trọng', en: 'threshold of important data' },
      title: { vi: 'Dữ liệu quan trọng: thông tin cơ bản', en: 'Important data: basic' },
      requirement: {
        vi: 'Thông tin cơ bản chưa công khai của 100.000 đến 999.999 công dân là dữ liệu quan trọng.',
        en: 'Undisclosed basic data of 100,000 to 999,999 citizens is important data.',
      },
      parameters: { citizenRecordsMin: 100_000, citizenRecordsMax: 999_999 },
      automation: byRule,
    },
    {
      id: 'qd20-core-basic',
      clause: { vi: 'ngưỡng dữ liệu cốt lõi', en: 'threshold of core data' },
      title: { vi: 'Dữ liệu cốt lõi: thông tin cơ bản', en: 'Core data: basic' },
      requirement: {
        vi: 'Thông tin cơ bản chưa công khai của từ 1.000.000 công dân là dữ liệu cốt lõi.',
        en: 'Undisclosed basic data of 1,000,000 citizens or more is core data.',
      },
      parameters: { citizenRecordsMin: 1_000_000 },
      automation: byRule,
    },
    {
      id: 'qd20-important-sensitive',
      clause: { vi: 'ngưỡng dữ liệu quan trọng', en: 'threshold of important data' },
      title: { vi: 'Dữ liệu quan trọng: thông tin nhạy cảm', en: 'Important data: sensitive' },
      requirement: {
        vi: 'Thông tin nhạy cảm chưa công khai của 10.000 đến 99.999 công dân là dữ liệu quan trọng.',
        en: 'Undisclosed sensitive data of 10,000 to 99,999 citizens is important data.',
      },
      parameters: { sensitiveRecordsMin: 10_000, sensitiveRecordsMax: 99_999 },
      automation: byRule,
    },
    {
      id: 'qd20-core-sensitive',
      clause: { vi: 'ngưỡng dữ liệu cốt lõi', en: 'threshold of core data' },
      title: { vi: 'Dữ liệu cốt lõi: thông tin nhạy cảm', en: 'Core data: sensitive' },
      requirement: {
        vi: 'Thông tin nhạy cảm chưa công khai của từ 100.000 công dân là dữ liệu cốt lõi.',
        en: 'Undisclosed sensitive data of 100,000 citizens or more is core data.',
      },
      parameters: { sensitiveRecordsMin: 100_000 },
      automation: byRule,
    },
    {
      id: 'qd20-other',
      clause: { vi: 'ngưỡng của các loại dữ liệu khác', en: 'threshold of the other categories' },
      title: { vi: 'Dữ liệu khác: ngân hàng, thanh toán, nợ', en: 'Other categories: bank, payment, debt' },
      requirement: {
        vi: 'Các loại dữ liệu khác (ngân hàng, thanh toán, nợ) bắt đầu từ ngưỡng 10.000; nguồn chỉ nêu một phần.',
        en: 'Other categories (bank, payment, debt) start at 10,000; the source tells a part only.',
      },
      parameters: { citizenRecordsMin: 10_000 },
      automation: byProcedure({
        vi: 'Nguồn chỉ nêu một phần các loại dữ liệu này nên dữ kiện không có trường để khai; chủ quản phải tự phân loại.',
        en: 'The source tells these categories in part, so the facts have no field for them; the owner classifies them.',
      }),
    },
  ],
});
